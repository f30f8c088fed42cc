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

/** The parameters of a request for a page. */
export interface PageRequest {
  readonly skip?: number;
  readonly limit?: number;
}

/** How a page breaks a rule. */
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
  readonly cases: (whole: readonly Item[]) => readonly PageRequest[];
  readonly check: (page: {
    readonly session: Session;
    readonly listing: Listing;
    readonly request: PageRequest;
    readonly whole: readonly Item[];
  }) => PageFault | null;
  /** The reason if no user has a list for which there are cases. */
  readonly inconclusive?: string;
}

/** A check that requests pages of each user's list and compares them with the whole list. */
export function pageCheck(context: ListContext, parts: PageRule): Check {
  const {
    cases,
    check,
    inconclusive = 'no user has two items; name one that has (--user)',
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
        for (const request of cases(whole)) {
          const probe = pageProbe(context, id, request);
          const exchange = await session.askOnce(probe);
          const listing = listingOf(session, exchange, probe);
          checked += 1;
          const found =
            listing === null
              ? { at: '', expected: '200 with a page', actual: answerText(session, exchange) }
              : check({ session, listing, request, whole });
          if (found === null) continue;
          const pointer =
            found.at === '' || /^\/\d/.test(found.at) ? context.rules.itemsAt + found.at : found.at;
          violations.push({ ...found, at: pointer, rule, provenance, probe });
        }
      }
      return checked === 0 ? { inconclusive } : { checked, violations };
    },
  });
}

/** A request for a page. */
export function pageProbe({ rules: { paging } }: ListContext, user: string, request: PageRequest): Probe {
  const query = [
    ...(request.skip === undefined ? [] : [[paging?.skip ?? 'skip', String(request.skip)] as const]),
    ...(request.limit === undefined ? [] : [[paging?.limit ?? 'limit', String(request.limit)] as const]),
  ];
  return { user, query };
}

/** The fault of a number that differs from the expected one; null if it does not differ. */
export function numberFault(pointer: string, actual: unknown, expected: number, unit = ''): PageFault | null {
  if (actual === expected) return null;
  const shown =
    typeof actual === 'number' ? String(actual) : actual === undefined ? 'nothing' : 'not a number';
  const end = unit === '' ? '' : ` ${unit}`;
  return { at: pointer, expected: `${expected}${end}`, actual: `${shown}${end}` };
}
