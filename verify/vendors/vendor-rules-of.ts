// Generated, do not edit: npm run generate
import type { Vendor } from '../../spec/vendors.ts';
import { junction } from './junction.ts';
import { mielto } from './mielto.ts';
import { openWearables } from './open-wearables.ts';
import type { VendorRules } from './vendor-rules.ts';

/** What the contract of each vendor does not say. */
export const vendorRulesOf: Readonly<Record<Vendor, VendorRules>> = {
  'open-wearables': openWearables,
  junction,
  mielto,
};
