import { identityOf } from '../../session/listing.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { listPlace } from './item-rule.ts';
import { numberFault, pageCheck } from './page-rule.ts';
import { totalFilteredCheck } from './total-filtered-check.ts';
import { walkCheck } from './walk-check.ts';

/** How a list is cut into pages. */
export function pageChecks(context: ListContext): Check[] {
  const { paging } = context.rules;
  if (paging === null) return [];
  const parameter = (name: string) => context.operation.parameters.find((known) => known.name === name);
  const [skip, limit] = [parameter(paging.skip), parameter(paging.limit)];
  if (skip === undefined || limit === undefined) return [];
  const standard = Number(limit.schema.default ?? 100);
  const largest = limit.schema.maximum ?? 100;

  return [
    pageCheck(context, {
      ...limit,
      name: 'limit',
      title: 'A page holds as many items as limit asks for, while there are so many',
      why: 'A client that asks for more gets on faster; one that gets fewer believes that it is at the end.',
      fix: 'Apply limit as it is given, up to its maximum.',
      cases: (whole) =>
        [1, whole.length - 1, whole.length, standard + 1, largest]
          .filter((count) => count >= 1 && count <= largest && count <= Math.max(whole.length, 1))
          .concat(whole.length > largest ? largest : [])
          .map((count) => ({ limit: count })),
      check: ({ listing, given, whole }) =>
        numberFault('', listing.items.length, Math.min(given.limit ?? standard, whole.length), 'items'),
    }),
    pageCheck(context, {
      ...limit,
      name: 'default-limit',
      title: `Without limit a page holds ${standard} items`,
      why: 'A client that gives no limit reckons with the documented one.',
      fix: `Use ${standard} where no limit is given.`,
      cases: (whole) => (whole.length > standard ? [{}] : []),
      check: ({ listing }) => numberFault('', listing.items.length, standard, 'items'),
      otherwise: `no user has more than ${standard} items`,
    }),
    pageCheck(context, {
      ...skip,
      name: 'skip',
      title: 'A page begins after as many items as skip says',
      why: 'A client that reads page after page loses what is passed over, or reads it twice.',
      fix: 'Apply skip as it is given, after the filters.',
      cases: (whole) => [
        { skip: 1, limit: 2 },
        { skip: whole.length - 1, limit: 1 },
      ],
      check: ({ session, listing, given, whole }) => {
        const [expected, actual] = [whole[given.skip ?? 0], listing.items[0]].map((item) =>
          item === undefined ? 'none' : identityOf(session, item),
        );
        return expected === actual
          ? null
          : {
              at: '/0',
              expected: `item ${given.skip} of the whole list`,
              actual: actual === 'none' ? 'no item' : 'another item',
            };
      },
    }),
    walkCheck(context, limit),
    pageCheck(context, {
      ...skip,
      name: 'past-end',
      title: 'Past the end a page is empty',
      why: 'It is how a client finds out that it has read everything.',
      fix: 'Answer an empty page where skip is not less than the number of matches.',
      cases: (whole) => [{ skip: whole.length }, { skip: whole.length + largest }],
      check: ({ listing }) => numberFault('', listing.items.length, 0, 'items'),
    }),
    pageCheck(context, {
      ...field(context, paging.total),
      name: 'total',
      title: 'total counts all matches, on every page',
      why: 'Clients compute the number of pages from it.',
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
      why: 'Clients show it, and reckon with it.',
      fix: 'Answer floor(skip / limit) + 1.',
      cases: () => [{}, { limit: 1 }, { skip: 1, limit: 2 }, { skip: 3, limit: 2 }],
      check: ({ listing, given }) =>
        numberFault(
          `/${paging.page}`,
          valueAt(listing.body, `/${paging.page}`),
          Math.floor((given.skip ?? 0) / (given.limit ?? standard)) + 1,
        ),
    }),
    pageCheck(context, {
      ...field(context, paging.size),
      name: 'size',
      title: 'size is the limit that was asked for',
      why: 'Clients find the next page by it.',
      fix: 'Answer the limit, not the number of items on the page.',
      cases: () => [{}, { limit: 1 }, { limit: largest }],
      check: ({ listing, given }) =>
        numberFault(`/${paging.size}`, valueAt(listing.body, `/${paging.size}`), given.limit ?? standard),
    }),
  ];
}

function field(context: ListContext, name: string) {
  return { rule: listPlace(context, name), provenance: 'decided' as const };
}
