import { listingOf } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import { type Paging, valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { observerCheck } from '../kit/observer.ts';
import { listRule } from './item-check.ts';
import { numberFault, type PageFault } from './page-check.ts';

/** The numbers next to the items on every page of this run, with or without filters. */
export function pageNumbersCheck(context: ListContext, paging: Paging): Check {
  const rule = listRule(context);
  return observerCheck(context, {
    group: 'meaning',
    name: 'page-numbers',
    title: 'On every page, total, page and size match the items and the request',
    rule,
    provenance: 'decided',
    why: 'Clients use these numbers to find the next page, also in a filtered list.',
    fix: 'Count after filtering and before paging, and compute page and size from skip and limit.',
    needs: ['user'],
    // After the first page of a filtered list, each of the three numbers has another value.
    extraProbes: async (session) => [
      { query: [...(await everyFilter(context, session)), [paging.limit, '1'], [paging.skip, '1']] },
    ],
    observe: (exchange, probe, session) => {
      const listing = listingOf(session, exchange, probe);
      const page = pageOf(context, paging, probe);
      if (listing === null || page === null || probe.credential !== undefined) return null;
      const { skip, limit } = page;
      const number = (name: string) => valueAt(listing.body, `/${name}`);
      const faults = [
        numberFault(`/${paging.size}`, number(paging.size), limit),
        numberFault(`/${paging.page}`, number(paging.page), Math.floor(skip / limit) + 1),
        totalFault(`/${paging.total}`, number(paging.total), listing.items.length, page),
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

/** The page that a probe requests; null if its query is not valid. */
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
  const defaultOf = (name: string) => parameters.find((known) => known.name === name)?.schema.default ?? 0;
  const page = {
    skip: Number(query.get(skip) ?? defaultOf(skip)),
    limit: Number(query.get(limit) ?? defaultOf(limit)),
  };
  return page.limit > 0 ? page : null;
}

/** A page that is not full ends at the total. A full page ends at the total or before it. */
function totalFault(pointer: string, total: unknown, count: number, { skip, limit }: Page): PageFault | null {
  if (count < limit && (count > 0 || skip === 0)) return numberFault(pointer, total, skip + count);
  if (typeof total === 'number' && (count === 0 ? total <= skip : total >= skip + count)) return null;
  const actual = typeof total === 'number' ? String(total) : 'not a number';
  return { at: pointer, expected: `${skip + count} or ${count === 0 ? 'less' : 'more'}`, actual };
}
