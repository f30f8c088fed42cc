// Generated, do not edit: npm run generate
import type { Vendor } from '../../spec/vendors.ts';
import { openWearables06 } from './open-wearables-0-6.ts';
import type { VendorApi } from './vendor-api.ts';

/** The parts of an API that differ in an edition, by vendor and edition. An edition without them answers like its base. */
export const editionApis: Readonly<Partial<Record<Vendor, Readonly<Record<string, VendorApi>>>>> = {
  'open-wearables': { '0-6': openWearables06 },
};
