import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { Instant } from './instant.ts';

/** A key for the API of each vendor. */
export type VendorKeys = Readonly<Record<Vendor, string>>;

/** A bearer token of a developer for the APIs that have them. */
export type DeveloperTokens = Readonly<Partial<Record<Vendor, string>>>;

/** What a secret of a workspace is. */
export type KeyKind = 'key' | 'developer-token';

/** A tenant: it owns users and keys, which no other workspace can see. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** A user that exists only in this workspace. */
  readonly ownUserId: string;
  readonly createdAt: Instant;
  /** An API that is not named answers like its vendor's page. */
  readonly editions: EditionChoice;
}

/** A workspace at its creation. Later only the hashes of its keys are known. */
export interface NewWorkspace extends Workspace {
  readonly keys: VendorKeys;
  readonly developerTokens: DeveloperTokens;
  readonly revokedKeys?: VendorKeys;
  readonly revokedTokens?: DeveloperTokens;
}
