import type { Vendor } from '../../spec/vendors.ts';
import type { Instant } from './instant.ts';

/** A key for the API of each vendor. */
export type VendorKeys = Readonly<Record<Vendor, string>>;

/** A tenant: it owns users and keys, and nothing crosses from one to another. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** A user who exists in this workspace alone. */
  readonly ownUserId: string;
  readonly createdAt: Instant;
}

/** A workspace as it is made; afterwards its keys can no longer be told. */
export interface NewWorkspace extends Workspace {
  readonly keys: VendorKeys;
  readonly revokedKeys?: VendorKeys;
}
