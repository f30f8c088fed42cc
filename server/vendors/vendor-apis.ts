// Generated, do not edit: npm run generate
import type { Vendor } from '../../spec/vendors.ts';
import { junction } from './junction.ts';
import { mielto } from './mielto.ts';
import { openWearables } from './open-wearables.ts';
import type { VendorApi } from './vendor-api.ts';

/** The parts of each vendor's API that differ. */
export const vendorApis: Readonly<Record<Vendor, VendorApi>> = {
  'open-wearables': openWearables,
  junction,
  mielto,
};
