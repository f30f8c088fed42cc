import type { Provenance } from '../../spec/openapi-document.ts';
import type { Check, Judgement, Need, Violation } from '../run/check.ts';
import { type Listing, userListings } from '../run/listing.ts';
import type { Session } from '../run/session.ts';
import type { Item } from '../vendors/vendor-rules.ts';
import { defineCheck, type PlanContext } from './define-check.ts';

/** What is wrong with one item. */
export interface ItemFault {
  /** Within the item. */
  readonly pointer: string;
  readonly expected: string;
  readonly value: unknown;
}

/** A check that judges each item of each user's list by itself. */
export function itemCheck(
  context: PlanContext,
  parts: {
    readonly name: string;
    readonly title: string;
    readonly why: string;
    readonly mend: string;
    /** The field that the rule is about, for its place in the contract. */
    readonly field: string;
    readonly provenance?: Provenance;
    readonly fails?: 'always';
    readonly needs?: readonly Need[];
    /** Null where there is nothing to judge by in this item. */
    readonly judge: (
      item: Item,
      listing: Listing & { readonly user: string },
      session: Session,
    ) => ItemFault | 'kept' | null;
  },
): Check {
  const { field, judge, provenance = 'page', fails, needs = ['user'], ...rest } = parts;
  const place = fieldPlace(context, field);
  return defineCheck(context, {
    ...rest,
    group: 'meaning',
    place,
    provenance,
    needs,
    run: async (session): Promise<Judgement> => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const listing of await userListings(session)) {
        for (const [index, item] of listing.items.entries()) {
          const verdict = judge(item, listing, session);
          if (verdict === null) continue;
          judged += 1;
          if (verdict === 'kept') continue;
          const pointer = `${context.rules.itemsAt}/${index}${verdict.pointer}`;
          const { expected } = verdict;
          const actual = session.options.confidentiality.show(verdict.value, verdict.pointer);
          const always = fails === undefined ? {} : { fails };
          violations.push({ pointer, expected, actual, place, provenance, ...always, probe: listing.probe });
        }
      }
      return judged === 0
        ? { inconclusive: `no item of these users has ${field} to judge by` }
        : { judged, violations };
    },
  });
}

/** Where the contract says what a field of an item is. */
export function fieldPlace({ contract, rules }: PlanContext, field: string): string {
  return contract.placeOf(`#/components/schemas/${rules.itemSchema}/properties/${field}`);
}

/** Where the contract says what a field beside the items is. */
export function listPlace({ contract, rules }: PlanContext, field?: string): string {
  return contract.placeOf(
    `#/components/schemas/${rules.listSchema}${field === undefined ? '' : `/properties/${field}`}`,
  );
}
