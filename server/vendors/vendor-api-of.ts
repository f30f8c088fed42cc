import type { Vendor } from '../../spec/vendors.ts';
import { editionApis } from './edition-apis.ts';
import type { VendorApi } from './vendor-api.ts';
import { vendorApis } from './vendor-apis.ts';

/** The parts of a vendor's API that differ between vendors, in an edition if one is given. */
export function vendorApiOf(vendor: Vendor, edition?: string): VendorApi {
  const own = edition === undefined ? undefined : editionApis[vendor]?.[edition];
  return own ?? vendorApis[vendor];
}
