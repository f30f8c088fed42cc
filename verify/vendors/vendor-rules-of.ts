import type { Vendor } from '../../spec/vendors.ts';
import { junction } from './junction.ts';
import { mielto } from './mielto.ts';
import { openWearables } from './open-wearables.ts';
import type { VendorRules } from './vendor-rules.ts';

const all: Readonly<Record<Vendor, VendorRules>> = {
  'open-wearables': openWearables,
  junction,
  mielto,
};

/** The rules of a vendor. */
export function vendorRulesOf(vendor: Vendor): VendorRules {
  return all[vendor];
}
