import { listingOf } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import { type Paging, valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { observerCheck } from '../kit/observer.ts';
import { listPlace } from './item-rule.ts';
import { numberFault, type PageFault } from './page-rule.ts';

/** The numbers beside the items of every page that was asked for in this run, filtered or not. */
export function pageNumbersCheck(context: ListContext, paging: Paging): Check {
  const rule = listPlace(context);
  return observerCheck(context, {
    group: 'meaning',
    name: 'page-numbers',
    title: 'On every page total, page and size fit the items, and what was asked for',
    rule,
    provenance: 'decided',
    why: 'Clients find the next page by them, also behind a filter.',
    fix: 'Count with the filters and before the page is cut; take page and size from skip and limit.',
    needs: ['user'],
    // Behind the first page of a filtered list each of the three is another one.
    provoke: async (session) => [
      { query: [...(await everyFilter(context, session)), [paging.limit, '1'], [paging.skip, '1']] },
    ],
    observe: (exchange, probe, session) => {
      const listing = listingOf(session, exchange, probe);
      const asked = pageOf(context, paging, probe);
      if (listing === null || asked === null || probe.credential !== undefined) return null;
      const { skip, limit } = asked;
      const number = (name: string) => valueAt(listing.body, `/${name}`);
      const faults = [
        numberFault(`/${paging.size}`, number(paging.size), limit),
        numberFault(`/${paging.page}`, number(paging.page), Math.floor(skip / limit) + 1),
        totalFault(`/${paging.total}`, number(paging.total), listing.items.length, asked),
      ];
      return faults
        .filter((fault) => fault !== null)
        .map((fault) => ({ ...fault, rule, provenance: 'decided' as const, probe }));
    },
  });
}

interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** The page that a probe asks for; null where it asks for something of which that cannot be said. */
function pageOf({ operation }: ListContext, { skip, limit }: Paging, probe: Probe): Page | null {
  const query = new Map(probe.query ?? []);
  if (query.size < (probe.query ?? []).length || probe.rawUser !== undefined) return null;
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  for (const [name, value] of query) {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema;
    if (schema === undefined || (schema.enum !== undefined && !schema.enum.includes(value))) return null;
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
    const isNumber = /^\d{1,15}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
    if (schema.type === 'integer' && !isNumber) return null;
  }
  const standard = (name: string) => parameters.find((known) => known.name === name)?.schema.default ?? 0;
  const page = {
    skip: Number(query.get(skip) ?? standard(skip)),
    limit: Number(query.get(limit) ?? standard(limit)),
  };
  return page.limit > 0 ? page : null;
}

/** A page that is not full ends where the list does; one with items is no longer than it. */
function totalFault(pointer: string, total: unknown, count: number, { skip, limit }: Page): PageFault | null {
  if (count < limit && (count > 0 || skip === 0)) return numberFault(pointer, total, skip + count);
  if (typeof total === 'number' && (count === 0 ? total <= skip : total >= skip + count)) return null;
  const told = typeof total === 'number' ? String(total) : 'no number';
  return { at: pointer, expected: `${skip + count} or ${count === 0 ? 'less' : 'more'}`, actual: told };
}
