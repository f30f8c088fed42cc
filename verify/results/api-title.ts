import { type Vendor, vendorEntry } from '../../spec/vendors.ts';

/** Returns the title of an API: of the edition if one is checked, otherwise of the vendor. */
export function apiTitle({
  vendor,
  edition,
}: {
  readonly vendor: Vendor;
  readonly edition?: string | undefined;
}): string {
  return vendorEntry(vendor, edition).title;
}
