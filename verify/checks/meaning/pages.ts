import { identityOf } from '../../session/listing.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { listRule } from './item-check.ts';
import { numberFault, pageCheck } from './page-check.ts';
import { totalFilteredCheck } from './total-filtered-check.ts';
import { walkCheck } from './walk-check.ts';

/** How a list is divided into pages. */
export function pageChecks(context: ListContext): Check[] {
  const { paging } = context.rules;
  if (paging === null) return [];
  const parameter = (name: string) => context.operation.parameters.find((known) => known.name === name);
  const [skip, limit] = [parameter(paging.skip), parameter(paging.limit)];
  if (skip === undefined || limit === undefined) return [];
  const defaultLimit = Number(limit.schema.default ?? 100);
  const maxLimit = limit.schema.maximum ?? 100;

  return [
    pageCheck(context, {
      ...limit,
      name: 'limit',
      title: 'A page contains as many items as limit says, if there are enough',
      why: 'A client that gets fewer items than limit believes that the list has ended.',
      fix: 'Apply limit unchanged, up to its maximum.',
      cases: (whole) =>
        [1, whole.length - 1, whole.length, defaultLimit + 1, maxLimit]
          .filter((count) => count >= 1 && count <= maxLimit && count <= Math.max(whole.length, 1))
          .concat(whole.length > maxLimit ? maxLimit : [])
          .map((count) => ({ limit: count })),
      check: ({ listing, request, whole }) =>
        numberFault('', listing.items.length, Math.min(request.limit ?? defaultLimit, whole.length), 'items'),
    }),
    pageCheck(context, {
      ...limit,
      name: 'default-limit',
      title: `A page without limit contains ${defaultLimit} items`,
      why: 'Clients that send no limit rely on the documented default.',
      fix: `Use ${defaultLimit} if limit is missing.`,
      cases: (whole) => (whole.length > defaultLimit ? [{}] : []),
      check: ({ listing }) => numberFault('', listing.items.length, defaultLimit, 'items'),
      inconclusive: `no user has more than ${defaultLimit} items; name one that has (--user)`,
    }),
    pageCheck(context, {
      ...skip,
      name: 'skip',
      title: 'skip is the number of items before the first item of the page',
      why: 'Otherwise a client that reads all pages misses items or reads them twice.',
      fix: 'Apply skip unchanged, after the filters.',
      cases: (whole) => [
        { skip: 1, limit: 2 },
        { skip: whole.length - 1, limit: 1 },
      ],
      check: ({ session, listing, request, whole }) => {
        const [expected, actual] = [whole[request.skip ?? 0], listing.items[0]].map((item) =>
          item === undefined ? 'none' : identityOf(session, item),
        );
        return expected === actual
          ? null
          : {
              at: '/0',
              expected: `item ${request.skip} of the whole list`,
              actual: actual === 'none' ? 'no item' : 'another item',
            };
      },
    }),
    walkCheck(context, limit),
    pageCheck(context, {
      ...skip,
      name: 'past-end',
      title: 'A page after the end of the list is empty',
      why: 'Clients stop reading at the first empty page.',
      fix: 'Return an empty page if skip is not less than the number of matches.',
      cases: (whole) => [{ skip: whole.length }, { skip: whole.length + maxLimit }],
      check: ({ listing }) => numberFault('', listing.items.length, 0, 'items'),
    }),
    pageCheck(context, {
      ...field(context, paging.total),
      name: 'total',
      title: 'total counts all matches, on every page',
      why: 'Clients compute the number of pages from total.',
      fix: 'Count before skip and limit are applied.',
      cases: (whole) => [{}, { limit: 1 }, { limit: 1, skip: whole.length - 1 }, { skip: whole.length }],
      check: ({ listing, whole }) =>
        numberFault(`/${paging.total}`, valueAt(listing.body, `/${paging.total}`), whole.length),
    }),
    totalFilteredCheck(context, paging),
    pageCheck(context, {
      ...field(context, paging.page),
      name: 'page',
      title: 'page is the number of the page, counted from 1',
      why: 'Clients show the page number, and compute the next page from it.',
      fix: 'Return floor(skip / limit) + 1.',
      cases: () => [{}, { limit: 1 }, { skip: 1, limit: 2 }, { skip: 3, limit: 2 }],
      check: ({ listing, request }) =>
        numberFault(
          `/${paging.page}`,
          valueAt(listing.body, `/${paging.page}`),
          Math.floor((request.skip ?? 0) / (request.limit ?? defaultLimit)) + 1,
        ),
    }),
    pageCheck(context, {
      ...field(context, paging.size),
      name: 'size',
      title: 'size is the requested limit',
      why: 'Clients compute the next skip from size.',
      fix: 'Return the limit, not the number of items on the page.',
      cases: () => [{}, { limit: 1 }, { limit: maxLimit }],
      check: ({ listing, request }) =>
        numberFault(
          `/${paging.size}`,
          valueAt(listing.body, `/${paging.size}`),
          request.limit ?? defaultLimit,
        ),
    }),
  ];
}

function field(context: ListContext, name: string) {
  return { rule: listRule(context, name), provenance: 'decided' as const };
}
