import type { Provenance } from '../../spec/openapi-document.ts';
import type { ContractParameter } from '../contract/api-contract.ts';
import type { Check, Judgement, Violation } from '../run/check.ts';
import { identityOf, type Listing, recallListing } from '../run/listing.ts';
import type { Probe, Session } from '../run/session.ts';
import { wholeList } from '../run/whole-list.ts';
import { type Item, type Paging, valueAt } from '../vendors/vendor-rules.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { listPlace } from './item-rule.ts';

/** How a list is cut into pages. */
export function pageChecks(context: PlanContext): Check[] {
  const { paging } = context.rules;
  if (paging === null) return [];
  const parameter = (name: string) => context.operation.parameters.find((known) => known.name === name);
  const [skip, limit] = [parameter(paging.skip), parameter(paging.limit)];
  if (skip === undefined || limit === undefined) return [];
  const standard = Number(limit.schema.default ?? 100);
  const largest = limit.schema.maximum ?? 100;

  return [
    rule(context, {
      ...limit,
      name: 'limit',
      title: 'A page holds as many items as limit asks for, while there are so many',
      why: 'A client that asks for more gets on faster; one that gets fewer believes that it is at the end.',
      mend: 'Apply limit as it is given, up to its maximum.',
      cases: (whole) =>
        [1, whole.length - 1, whole.length, standard + 1, largest]
          .filter((count) => count >= 1 && count <= largest && count <= Math.max(whole.length, 1))
          .concat(whole.length > largest ? largest : [])
          .map((count) => ({ limit: count })),
      judge: ({ listing, given, whole }) =>
        fault('', listing.items.length, Math.min(given.limit ?? standard, whole.length), 'items'),
    }),
    rule(context, {
      ...limit,
      name: 'default-limit',
      title: `Without limit a page holds ${standard} items`,
      why: 'A client that gives no limit reckons with the documented one.',
      mend: `Use ${standard} where no limit is given.`,
      cases: (whole) => (whole.length > standard ? [{}] : []),
      judge: ({ listing }) => fault('', listing.items.length, standard, 'items'),
      otherwise: `no user has more than ${standard} items`,
    }),
    rule(context, {
      ...skip,
      name: 'skip',
      title: 'A page begins after as many items as skip says',
      why: 'A client that reads page after page loses what is passed over, or reads it twice.',
      mend: 'Apply skip as it is given, after the filters.',
      cases: (whole) =>
        [1, whole.length - 1].filter((count) => count >= 1).map((count) => ({ skip: count, limit: 1 })),
      judge: ({ session, listing, given, whole }) => {
        const [expected, actual] = [whole[given.skip ?? 0], listing.items[0]].map((item) =>
          item === undefined ? 'none' : identityOf(session, item),
        );
        return expected === actual
          ? null
          : {
              pointer: '/0',
              expected: `item ${given.skip} of the whole list`,
              actual: actual === 'none' ? 'no item' : 'another item',
            };
      },
    }),
    walkCheck(context, limit),
    rule(context, {
      ...skip,
      name: 'past-end',
      title: 'Past the end a page is empty',
      why: 'It is how a client finds out that it has read everything.',
      mend: 'Answer an empty page where skip is not less than the number of matches.',
      cases: (whole) => [{ skip: whole.length }, { skip: whole.length + largest }],
      judge: ({ listing }) => fault('', listing.items.length, 0, 'items'),
    }),
    rule(context, {
      ...field(context, paging.total),
      name: 'total',
      title: 'total counts all matches, on every page',
      why: 'Clients compute the number of pages from it.',
      mend: 'Count before skip and limit are applied.',
      cases: (whole) => [{}, { limit: 1 }, { limit: 1, skip: whole.length - 1 }, { skip: whole.length }],
      judge: ({ listing, whole }) =>
        fault(`/${paging.total}`, valueAt(listing.body, `/${paging.total}`), whole.length),
    }),
    totalFilteredCheck(context, paging),
    rule(context, {
      ...field(context, paging.page),
      name: 'page',
      title: 'page is the number of the page, counted from 1',
      why: 'Clients show it, and reckon with it.',
      mend: 'Answer floor(skip / limit) + 1.',
      cases: () => [{}, { limit: 1 }, { skip: 1, limit: 1 }, { skip: 3, limit: 2 }],
      judge: ({ listing, given }) =>
        fault(
          `/${paging.page}`,
          valueAt(listing.body, `/${paging.page}`),
          Math.floor((given.skip ?? 0) / (given.limit ?? standard)) + 1,
        ),
    }),
    rule(context, {
      ...field(context, paging.size),
      name: 'size',
      title: 'size is the limit that was asked for',
      why: 'Clients find the next page by it.',
      mend: 'Answer the limit, not the number of items on the page.',
      cases: (whole) => [{}, { limit: 1 }, { limit: Math.min(largest, whole.length + 5) }],
      judge: ({ listing, given }) =>
        fault(`/${paging.size}`, valueAt(listing.body, `/${paging.size}`), given.limit ?? standard),
    }),
  ];
}

interface Given {
  readonly skip?: number;
  readonly limit?: number;
}

interface Fault {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

interface PageRule {
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly provenance: Provenance;
  readonly why: string;
  readonly mend: string;
  readonly cases: (whole: readonly Item[]) => readonly Given[];
  readonly judge: (page: {
    readonly session: Session;
    readonly listing: Listing;
    readonly given: Given;
    readonly whole: readonly Item[];
  }) => Fault | null;
  /** Why nothing could be judged, where no user has a case. */
  readonly otherwise?: string;
}

function field(context: PlanContext, name: string) {
  return { place: listPlace(context, name), provenance: 'decided' as const };
}

/** A check that asks for pages of each user's list and compares them with the whole. */
function rule(context: PlanContext, parts: PageRule): Check {
  const {
    cases,
    judge,
    otherwise = 'no user has two items',
    name,
    title,
    place,
    provenance,
    why,
    mend,
  } = parts;
  return defineCheck(context, {
    group: 'meaning',
    name,
    title,
    place,
    provenance,
    why,
    mend,
    needs: ['user'],
    run: async (session): Promise<Judgement> => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const { id } of session.options.target.users) {
        const whole = await wholeList(session, id);
        if (whole === null || whole.length < 2) continue;
        for (const given of cases(whole)) {
          const probe = pageProbe(context, id, given);
          const listing = await recallListing(session, probe);
          if (listing === null) continue;
          judged += 1;
          const found = judge({ session, listing, given, whole });
          if (found === null) continue;
          const pointer =
            found.pointer === '' || /^\/\d/.test(found.pointer)
              ? context.rules.itemsAt + found.pointer
              : found.pointer;
          violations.push({ ...found, pointer, place, provenance, probe });
        }
      }
      return judged === 0 ? { inconclusive: otherwise } : { judged, violations };
    },
  });
}

function pageProbe({ rules: { paging } }: PlanContext, user: string, given: Given): Probe {
  const query = [
    ...(given.skip === undefined ? [] : [[paging?.skip ?? 'skip', String(given.skip)] as const]),
    ...(given.limit === undefined ? [] : [[paging?.limit ?? 'limit', String(given.limit)] as const]),
  ];
  return { user, query };
}

function fault(pointer: string, actual: unknown, expected: number, unit = ''): Fault | null {
  if (actual === expected) return null;
  const end = unit === '' ? '' : ` ${unit}`;
  return { pointer, expected: `${expected}${end}`, actual: `${JSON.stringify(actual) ?? 'nothing'}${end}` };
}

function walkCheck(context: PlanContext, { place, provenance }: ContractParameter): Check {
  return defineCheck(context, {
    group: 'meaning',
    name: 'walk',
    title: 'Page after page, each item is there once and none is missing',
    place,
    provenance,
    why: 'It is how clients read a list that is longer than a page.',
    mend: 'Order by something unique, so that every page begins where the last one ended.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const { id } of session.options.target.users) {
        const whole = await wholeList(session, id);
        if (whole === null || whole.length < 2) continue;
        const limit = Math.ceil(whole.length / 3);
        const walked: string[] = [];
        for (let skip = 0; skip < whole.length; skip += limit) {
          const listing = await recallListing(session, pageProbe(context, id, { skip, limit }));
          walked.push(...(listing?.items ?? []).map((item) => identityOf(session, item)));
        }
        judged += 1;
        const expected = new Set(whole.map((item) => identityOf(session, item)));
        const once = new Set(walked);
        const missing = [...expected].filter((identity) => !once.has(identity)).length;
        const twice = walked.length - once.size;
        if (missing === 0 && twice === 0 && expected.size === whole.length) continue;
        violations.push({
          pointer: context.rules.itemsAt,
          expected: `each of ${expected.size} items once, in pages of ${limit}`,
          actual: `${missing} missing, ${twice + whole.length - expected.size} twice`,
          place,
          provenance,
          probe: pageProbe(context, id, { skip: limit, limit }),
        });
      }
      return judged === 0 ? { inconclusive: 'no user has two items' } : { judged, violations };
    },
  });
}

function totalFilteredCheck(context: PlanContext, paging: Paging): Check {
  const place = listPlace(context, paging.total);
  return defineCheck(context, {
    group: 'meaning',
    name: 'total-filtered',
    title: 'total counts only what matches the filters',
    place,
    provenance: 'decided',
    why: 'Clients compute the number of pages from it.',
    mend: 'Count with the same conditions that the list has.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const { id } of session.options.target.users) {
        const whole = (await wholeList(session, id)) ?? [];
        const value = whole[0]?.[context.rules.status];
        if (typeof value !== 'string') continue;
        const filters = [[context.rules.status, value] as const];
        const filtered = await wholeList(session, id, filters);
        const probe = { user: id, query: filters };
        const listing = await recallListing(session, probe);
        if (filtered === null || listing === null || filtered.length === whole.length) continue;
        judged += 1;
        const found = fault(`/${paging.total}`, valueAt(listing.body, `/${paging.total}`), filtered.length);
        if (found !== null) violations.push({ ...found, place, provenance: 'decided', probe });
      }
      return judged === 0 ? { inconclusive: 'no user has items of two statuses' } : { judged, violations };
    },
  });
}
