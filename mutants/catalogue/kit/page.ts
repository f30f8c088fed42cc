import { type Answer, withJson } from '../../proxy/answer.ts';
import { type Call, parameterOf, withParameter } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../../proxy/json.ts';
import type { Ask, Mutant } from '../../proxy/mutant.ts';
import { itemsIn, withItems } from './list-body.ts';

/** The one vendor whose list has pages. */
const paged = 'mielto';

/** The part of a list that a request asks for. */
export interface PageAsked {
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

/** The part that is asked for, with the contract's defaults. */
export function pageAsked(call: Call): PageAsked {
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

/** The same answer with parts of its page changed; unchanged if there are none. */
export function withPage(answer: Answer, { items, ...counts }: Partial<Page>): Answer {
  if (items === undefined && Object.keys(counts).length === 0) return answer;
  return withJson(answer, (json) => {
    if (!isObject(json)) return json;
    const counted = { ...json, ...counts };
    return items === undefined ? counted : withItems(paged, counted, items);
  });
}

/** Changes each page, knowing what was asked for; it may ask for more. */
export function onPage(
  change: (page: Page, asked: PageAsked, call: Call, ask: Ask) => Partial<Page> | Promise<Partial<Page>>,
): Mutant['begin'] {
  return () => async (call, ask) => {
    const answer = await ask(call);
    const page = pageIn(answer);
    return page === null ? answer : withPage(answer, await change(page, pageAsked(call), call, ask));
  };
}

/** Answers with the connections of another page than was asked for, and says that it is the one that was. */
export function listing(other: (asked: PageAsked, page: Page) => PageAsked): Mutant['begin'] {
  return onPage(async (page, asked, call, ask) => {
    const { skip, limit } = other(asked, page);
    if (skip === asked.skip && limit === asked.limit) return {};
    return { items: pageIn(await ask(askingFor(call, { skip, limit })))?.items ?? [] };
  });
}

/** The same request for another part of the list. */
export function askingFor(call: Call, { skip, limit }: PageAsked): Call {
  return withParameter(withParameter(call, 'skip', skip), 'limit', limit);
}

/** The filters of a request. */
export const filterNames = ['status', 'integration_type'] as const;

/** The same request without its filters; itself if it has none. */
export function withoutFilters(call: Call): Call {
  return filterNames.reduce((asked, name) => withParameter(asked, name, null), call);
}

/** What a request filters by, by the names of its parameters. */
export function filtersOf(call: Call): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = parameterOf(call, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Takes the first value of a repeated query parameter, not the last. */
export function firstOf(name: string): Mutant['begin'] {
  return () => (call, ask) => {
    const first = new URLSearchParams(call.search).get(name);
    return ask(first === null ? call : withParameter(call, name, first));
  };
}

/** Everything that the user has, without regard to filters. */
export async function everything(call: Call, ask: Ask): Promise<readonly JsonObject[]> {
  const unfiltered = withoutFilters(call);
  const found: JsonObject[] = [];
  for (;;) {
    const page = pageIn(await ask(askingFor(unfiltered, { skip: found.length, limit: 1000 })));
    found.push(...(page?.items ?? []));
    if (page === null || page.items.length === 0 || found.length >= page.total) return found;
  }
}

/** Answers from another selection than the filters make; pages and total are right for that selection. */
export function selecting(
  select: (all: readonly JsonObject[], filters: Readonly<Record<string, Json>>) => readonly JsonObject[],
): Mutant['begin'] {
  return onPage(async (_, { skip, limit }, call, ask) => {
    const filters = filtersOf(call);
    if (Object.keys(filters).length === 0) return {};
    const selected = select(await everything(call, ask), filters);
    return { items: selected.slice(skip, skip + limit), total: selected.length };
  });
}

/** Whether a connection is what the filters ask for. */
export function matches(item: JsonObject, filters: Readonly<Record<string, Json>>): boolean {
  return Object.entries(filters).every(([name, value]) => item[name] === value);
}
