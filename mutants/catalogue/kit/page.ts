import { type Answer, withJson } from '../../proxy/answer.ts';
import { type Call, parameterOf, withParameter } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../../proxy/json.ts';
import type { Ask, Mutant } from '../../proxy/mutant.ts';
import { itemsIn, withItems } from './list-body.ts';

/** The only vendor with a paged list. */
const paged = 'mielto';

/** The page that a request asks for. */
export interface PageRequest {
  readonly skip: number;
  readonly limit: number;
}

/** A page of a list. */
export interface Page {
  readonly items: readonly JsonObject[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** The requested page, with the contract's defaults. */
export function pageRequest(call: Call): PageRequest {
  return { skip: Number(parameterOf(call, 'skip') ?? 0), limit: Number(parameterOf(call, 'limit') ?? 100) };
}

/** The page in an answer; null if it is not a page. */
export function pageIn(answer: Answer): Page | null {
  const body = parseJson(answer.body);
  const items = itemsIn(paged, body);
  if (answer.status !== 200 || items === null || !isObject(body)) return null;
  const { total, page, size } = body;
  if (typeof total !== 'number' || typeof page !== 'number' || typeof size !== 'number') return null;
  return { items, total, page, size };
}

/** The same answer with these parts of its page; unchanged if no part is given. */
export function withPage(answer: Answer, { items, ...counts }: Partial<Page>): Answer {
  if (items === undefined && Object.keys(counts).length === 0) return answer;
  return withJson(answer, (json) => {
    if (!isObject(json)) return json;
    const counted = { ...json, ...counts };
    return items === undefined ? counted : withItems(paged, counted, items);
  });
}

/** Changes each page. `change` gets the request, and may send more requests. */
export function onPage(
  change: (page: Page, asked: PageRequest, call: Call, ask: Ask) => Partial<Page> | Promise<Partial<Page>>,
): Mutant['begin'] {
  return () => async (call, ask) => {
    const answer = await ask(call);
    const page = pageIn(answer);
    return page === null ? answer : withPage(answer, await change(page, pageRequest(call), call, ask));
  };
}

/** Answers with the connections of another page, but with the counts of the requested one. */
export function answerWithPage(other: (asked: PageRequest, page: Page) => PageRequest): Mutant['begin'] {
  return onPage(async (page, asked, call, ask) => {
    const { skip, limit } = other(asked, page);
    if (skip === asked.skip && limit === asked.limit) return {};
    return { items: pageIn(await ask(withPaging(call, { skip, limit })))?.items ?? [] };
  });
}

/** The same request for another page. */
export function withPaging(call: Call, { skip, limit }: PageRequest): Call {
  return withParameter(withParameter(call, 'skip', skip), 'limit', limit);
}

/** The filters of a request. */
export const filterNames = ['status', 'integration_type'] as const;

/** The same request without its filters; the same object if it has none. */
export function withoutFilters(call: Call): Call {
  return filterNames.reduce((asked, name) => withParameter(asked, name, null), call);
}

/** The filters of a request, by parameter name. */
export function filtersOf(call: Call): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = parameterOf(call, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Uses the first value of a repeated query parameter instead of the last. */
export function useFirstValue(name: string): Mutant['begin'] {
  return () => (call, ask) => {
    const first = new URLSearchParams(call.search).get(name);
    return ask(first === null ? call : withParameter(call, name, first));
  };
}

/** All connections of the user, without filters. */
async function allConnections(call: Call, ask: Ask): Promise<readonly JsonObject[]> {
  const unfiltered = withoutFilters(call);
  const found: JsonObject[] = [];
  for (;;) {
    const page = pageIn(await ask(withPaging(unfiltered, { skip: found.length, limit: 1000 })));
    found.push(...(page?.items ?? []));
    if (page === null || page.items.length === 0 || found.length >= page.total) return found;
  }
}

/** Answers with another selection than the filters make. Pages and total are correct for that selection. */
export function answerWithSelection(
  select: (all: readonly JsonObject[], filters: Readonly<Record<string, Json>>) => readonly JsonObject[],
): Mutant['begin'] {
  return onPage(async (_, { skip, limit }, call, ask) => {
    const filters = filtersOf(call);
    if (Object.keys(filters).length === 0) return {};
    const selected = select(await allConnections(call, ask), filters);
    return { items: selected.slice(skip, skip + limit), total: selected.length };
  });
}

/** Whether a connection matches the filters. */
export function matches(item: JsonObject, filters: Readonly<Record<string, Json>>): boolean {
  return Object.entries(filters).every(([name, value]) => item[name] === value);
}
