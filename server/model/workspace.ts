import { type Vendor, type VendorEntry, vendors } from '../../spec/vendors.ts';
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

/** Makes a key for each vendor. */
export function keysByVendor(keyOf: (entry: VendorEntry) => string): VendorKeys {
  const keys = vendors.map((entry) => [entry.vendor, keyOf(entry)] as const);
  return Object.fromEntries(keys) as Record<Vendor, string>;
}
