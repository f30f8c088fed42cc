import type { Provenance } from '../../../contract/openapi-document.ts';
import type { Violation } from '../../session/check-result.ts';
import { listingOf, userListings } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check, Need } from '../kit/check.ts';
import { checkId, defineCheck, type ListContext } from '../kit/define-check.ts';

/** What is wrong with one item. */
export interface ItemFault {
  /** Within the item. */
  readonly at: string;
  readonly expected: string;
  readonly value: unknown;
}

/** A check that judges each item by itself, in every list of the run that is asked for with the key of its tenant. */
export function itemCheck(
  context: ListContext,
  parts: {
    readonly name: string;
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    /** The field that the rule is about, for its place in the contract. */
    readonly field: string;
    readonly provenance?: Provenance;
    readonly fails?: 'always';
    readonly needs?: readonly Need[];
    /** Null where there is nothing to judge by in this item. */
    readonly check: (item: Item, user: string, session: Session) => ItemFault | 'kept' | null;
  },
): Check {
  const { field, check, provenance = 'page', fails, needs = ['user'], ...rest } = parts;
  const rule = fieldPlace(context, field);
  const id = checkId(context, 'meaning', parts.name);
  return defineCheck(context, {
    ...rest,
    group: 'meaning',
    rule,
    provenance,
    needs,
    run: async (session) => {
      await userListings(session);
      const seen = session.options.observed(id);
      return 'inconclusive' in seen
        ? { inconclusive: `no item of these users has ${field} to judge by` }
        : seen;
    },
    observe: (exchange, probe, session) => {
      // Whose list it is that another key or a hostile path brings, nobody can say.
      if (probe.credential !== undefined || probe.rawUser !== undefined) return null;
      const violations: Violation[] = [];
      let checked = 0;
      for (const [index, item] of (listingOf(session, exchange, probe)?.items ?? []).entries()) {
        const fault = check(item, probe.user ?? session.primaryUser, session);
        if (fault === null) continue;
        checked += 1;
        if (fault === 'kept') continue;
        const pointer = `${context.rules.itemsAt}/${index}${fault.at}`;
        const actual = session.options.confidentiality.show(fault.value, fault.at);
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

/** Where the contract says what a field of an item is. */
export function fieldPlace({ contract, rules }: ListContext, field: string): string {
  return contract.locationOf(`#/components/schemas/${rules.itemSchema}/properties/${field}`);
}

/** Where the contract says what a field beside the items is. */
export function listPlace({ contract, rules }: ListContext, field?: string): string {
  return contract.locationOf(
    `#/components/schemas/${rules.listSchema}${field === undefined ? '' : `/properties/${field}`}`,
  );
}
