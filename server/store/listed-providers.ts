import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Vendor } from '../../spec/vendors.ts';
import { providerCatalogue, providersOf } from '../model/provider-catalogue.ts';
import { kindsOf } from '../model/provider-of.ts';
import type { Tables } from './tables.ts';

type Where = ExpressionBuilder<Tables, 'connections'>;

/** The condition that a vendor, in an edition if one is given, lists a connection. It is `createIsListed` in SQL. */
export function isListedBy(vendor: Vendor, edition?: string) {
  const { wearables, integrations } = kindsOf[vendor];
  return (where: Where): ExpressionWrapper<Tables, 'connections', SqlBool> => {
    const isNew = where('provider', 'not in', [...providerCatalogue.keys()]);
    const ofKind = wearables
      ? where('integration_type', 'is', null)
      : where('integration_type', 'is not', null);
    return where.or([
      where('provider', 'in', providersOf(vendor, edition)),
      wearables && integrations ? isNew : where.and([isNew, ofKind]),
    ]);
  };
}
