import type { Vendor } from '../../spec/vendors.ts';
import { junction } from './junction.ts';
import { mielto } from './mielto.ts';
import { openWearables } from './open-wearables.ts';
import type { VendorApi } from './vendor-api.ts';

/** The API of each vendor; the compiler names the one that is missing. */
export const vendorApis: Readonly<Record<Vendor, VendorApi>> = {
  'open-wearables': openWearables,
  junction,
  mielto,
};
