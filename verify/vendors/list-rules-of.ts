import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { ListRules } from './vendor-rules.ts';
import { vendorRulesOf } from './vendor-rules-of.ts';

/** The rules of an operation; null if it is not the list of the vendor's reference page. */
export function listRulesOf(vendor: Vendor, operationId: string, edition?: string): ListRules | null {
  return operationId === vendorEntry(vendor).list.operationId ? referenceListOf(vendor, edition) : null;
}

/** The rules of the list on the vendor's reference page, or of that list in an edition. Throws if the vendor has none. */
export function referenceListOf(vendor: Vendor, edition?: string): ListRules {
  const { operationId, itemsAt, identity } = vendorEntry(vendor).list;
  const { lists, editions = {} } = vendorRulesOf[vendor];
  const rules = lists[operationId];
  const different = edition === undefined ? undefined : editions[edition]?.[operationId];
  if (rules === undefined) {
    throw new Error(
      `Cannot check ${operationId}: verify/vendors/${vendor}.ts has no rules for it. Add them to lists there.`,
    );
  }
  return { ...rules, ...different, itemsAt, identity };
}
