import type { Provenance } from '../../../contract/openapi-document.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { type Listing, listingOf } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { pagedUsers } from './paged-users.ts';

/** What a page is asked for by. */
export interface Given {
  readonly skip?: number;
  readonly limit?: number;
}

/** What is wrong with a page. */
export interface PageFault {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
}

interface PageRule {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly provenance: Provenance;
  readonly why: string;
  readonly fix: string;
  readonly cases: (whole: readonly Item[]) => readonly Given[];
  readonly check: (page: {
    readonly session: Session;
    readonly listing: Listing;
    readonly given: Given;
    readonly whole: readonly Item[];
  }) => PageFault | null;
  /** Why nothing could be checked, where no user has a case. */
  readonly otherwise?: string;
}

/** A check that asks for pages of each user's list and compares them with the whole. */
export function pageCheck(context: ListContext, parts: PageRule): Check {
  const {
    cases,
    check,
    otherwise = 'no user has two items',
    name,
    title,
    rule,
    provenance,
    why,
    fix,
  } = parts;
  return defineCheck(context, {
    group: 'meaning',
    name,
    title,
    rule,
    provenance,
    why,
    fix,
    needs: ['user'],
    run: async (session): Promise<CheckResult> => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id, whole } of await pagedUsers(session)) {
        for (const given of cases(whole)) {
          const probe = pageProbe(context, id, given);
          const exchange = await session.recall(probe);
          const listing = listingOf(session, exchange, probe);
          checked += 1;
          const found =
            listing === null
              ? { at: '', expected: '200 with a page', actual: answerText(session, exchange) }
              : check({ session, listing, given, whole });
          if (found === null) continue;
          const pointer =
            found.at === '' || /^\/\d/.test(found.at) ? context.rules.itemsAt + found.at : found.at;
          violations.push({ ...found, at: pointer, rule, provenance, probe });
        }
      }
      return checked === 0 ? { inconclusive: otherwise } : { checked, violations };
    },
  });
}

/** A request for a page. */
export function pageProbe({ rules: { paging } }: ListContext, user: string, given: Given): Probe {
  const query = [
    ...(given.skip === undefined ? [] : [[paging?.skip ?? 'skip', String(given.skip)] as const]),
    ...(given.limit === undefined ? [] : [[paging?.limit ?? 'limit', String(given.limit)] as const]),
  ];
  return { user, query };
}

/** A number that is not what it has to be; null where it is. */
export function numberFault(pointer: string, actual: unknown, expected: number, unit = ''): PageFault | null {
  if (actual === expected) return null;
  const told = typeof actual === 'number' ? String(actual) : actual === undefined ? 'nothing' : 'no number';
  const end = unit === '' ? '' : ` ${unit}`;
  return { at: pointer, expected: `${expected}${end}`, actual: `${told}${end}` };
}
