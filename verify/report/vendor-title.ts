import { type Vendor, vendors } from '../../spec/vendors.ts';

/** The vendor's name as the vendor writes it. */
export function vendorTitle(name: Vendor): string {
  return vendors.find(({ vendor }) => vendor === name)?.title ?? name;
}
