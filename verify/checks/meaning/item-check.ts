import type { Provenance } from '../../../contract/openapi-document.ts';
import type { Violation } from '../../session/check-result.ts';
import { listingOf, userListings } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check, Need } from '../kit/check.ts';
import { checkId, defineCheck, type ListContext } from '../kit/define-check.ts';

/** How one item breaks a rule. */
export interface ItemFault {
  /** The pointer within the item. */
  readonly at: string;
  readonly expected: string;
  readonly value: unknown;
}

/** A check of each single item, in every list of the run that was requested with the tenant's own key. */
export function itemCheck(
  context: ListContext,
  parts: {
    readonly name: string;
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    /** The field that the rule is about. Its schema is the rule of the contract. */
    readonly field: string;
    readonly provenance?: Provenance;
    readonly fails?: 'always';
    readonly needs?: readonly Need[];
    /** Null if the rule does not apply to this item. */
    readonly check: (item: Item, user: string, session: Session) => ItemFault | 'kept' | null;
  },
): Check {
  const { field, check, provenance = 'page', fails, needs = ['user'], ...rest } = parts;
  const rule = fieldRule(context, field);
  const id = checkId(context, 'meaning', parts.name);
  return defineCheck(context, {
    ...rest,
    group: 'meaning',
    rule,
    provenance,
    ...(fails === undefined ? {} : { severity: 'failure' }),
    needs,
    run: async (session) => {
      await userListings(session);
      const seen = session.options.observed(id);
      return 'inconclusive' in seen
        ? {
            inconclusive: `no item of these users has a ${field} that can be checked; name a user with such an item (--user)`,
          }
        : seen;
    },
    observe: (exchange, probe, session) => {
      // With another key or a hostile path, the owner of the list is not known.
      if (probe.credential !== undefined || probe.rawUser !== undefined) return null;
      const violations: Violation[] = [];
      let checked = 0;
      for (const [index, item] of (listingOf(session, exchange, probe)?.items ?? []).entries()) {
        const fault = check(item, probe.user ?? session.primaryUser, session);
        if (fault === null) continue;
        checked += 1;
        if (fault === 'kept') continue;
        const pointer = `${context.rules.itemsAt}/${index}${fault.at}`;
        const actual = session.options.redactor.show(fault.value, fault.at);
        const always = fails === undefined ? {} : { fails };
        violations.push({
          at: pointer,
          expected: fault.expected,
          actual,
          rule,
          provenance,
          ...always,
          probe,
        });
      }
      return checked === 0 ? null : violations;
    },
  });
}

/** The rule of the contract for a field of an item. */
export function fieldRule({ contract, rules }: ListContext, field: string): string {
  return contract.locationOf(`#/components/schemas/${rules.itemSchema}/properties/${field}`);
}

/** The rule of the contract for the list, or for one field next to the items. */
export function listRule({ contract, rules }: ListContext, field?: string): string {
  return contract.locationOf(
    `#/components/schemas/${rules.listSchema}${field === undefined ? '' : `/properties/${field}`}`,
  );
}
