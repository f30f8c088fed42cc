import type { Provenance } from '../../../contract/openapi-document.ts';
import type { Violation } from '../../session/judgement.ts';
import { listingOf, userListings } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check, Need } from '../kit/check.ts';
import { checkId, defineCheck, type ListContext } from '../kit/define-check.ts';

/** What is wrong with one item. */
export interface ItemFault {
  /** Within the item. */
  readonly pointer: string;
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
    readonly mend: string;
    /** The field that the rule is about, for its place in the contract. */
    readonly field: string;
    readonly provenance?: Provenance;
    readonly fails?: 'always';
    readonly needs?: readonly Need[];
    /** Null where there is nothing to judge by in this item. */
    readonly judge: (item: Item, user: string, session: Session) => ItemFault | 'kept' | null;
  },
): Check {
  const { field, judge, provenance = 'page', fails, needs = ['user'], ...rest } = parts;
  const place = fieldPlace(context, field);
  const id = checkId(context, 'meaning', parts.name);
  return defineCheck(context, {
    ...rest,
    group: 'meaning',
    place,
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
      let judged = 0;
      for (const [index, item] of (listingOf(session, exchange, probe)?.items ?? []).entries()) {
        const verdict = judge(item, probe.user ?? session.primaryUser, session);
        if (verdict === null) continue;
        judged += 1;
        if (verdict === 'kept') continue;
        const pointer = `${context.rules.itemsAt}/${index}${verdict.pointer}`;
        const actual = session.options.confidentiality.show(verdict.value, verdict.pointer);
        const always = fails === undefined ? {} : { fails };
        violations.push({ pointer, expected: verdict.expected, actual, place, provenance, ...always, probe });
      }
      return judged === 0 ? null : violations;
    },
  });
}

/** Where the contract says what a field of an item is. */
export function fieldPlace({ contract, rules }: ListContext, field: string): string {
  return contract.placeOf(`#/components/schemas/${rules.itemSchema}/properties/${field}`);
}

/** Where the contract says what a field beside the items is. */
export function listPlace({ contract, rules }: ListContext, field?: string): string {
  return contract.placeOf(
    `#/components/schemas/${rules.listSchema}${field === undefined ? '' : `/properties/${field}`}`,
  );
}
