import { jsonAnswer } from '../proxy/answer.ts';
import { parameterOf, presentedKey, withParameter } from '../proxy/call.ts';
import { isObject } from '../proxy/json.ts';
import { everyVendor, type Mutant } from '../proxy/mutant.ts';
import { acceptingKeys, tellingBeforeKey } from './authentication/accepted-keys.ts';
import { onItem, onJson, problem } from './kit/change-answer.ts';
import { emptyList } from './kit/list-body.ts';
import { filtersOf, onPage, pageAsked, pageIn, withoutFilters } from './kit/page.ts';

const nil = '00000000-0000-0000-0000-000000000000';

/** Rules that are kept for the plain request, and broken for another user, parameter or spelling. */
export const cornerMutants: readonly Mutant[] = [
  {
    id: 'no-key-with-query-accepted',
    row: null,
    title: 'Without a key whatever has a query is answered',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-elsewhere'],
    begin: tellingBeforeKey([200], (call) => presentedKey(call) === null && call.search !== ''),
  },
  {
    id: 'no-key-for-others-accepted',
    row: null,
    title: 'Without a key each user is answered but the one who was asked for first',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key-elsewhere'],
    begin: () => {
      const first = new Map<string, string>();
      const behave = tellingBeforeKey(
        [200],
        (call) => presentedKey(call) === null && call.userId !== first.get(call.vendor),
      )();
      return (call, ask) => {
        if (!first.has(call.vendor)) first.set(call.vendor, call.userId);
        return behave(call, ask);
      };
    },
  },
  {
    id: 'refused-key-accepted-again',
    row: null,
    title: 'A key that was refused is taken the next time',
    vendors: everyVendor,
    caughtBy: ['authentication.revoked-key-elsewhere'],
    begin: () => {
      const refused = new Set<string>();
      return acceptingKeys((call, accepted) => {
        const key = presentedKey(call);
        if (key === null) return [];
        if (refused.has(key)) return accepted.of(call.vendor).slice(0, 1);
        refused.add(key);
        return [];
      })();
    },
  },
  {
    id: 'id-decoded-twice',
    row: null,
    title: 'A user_id is decoded twice',
    vendors: everyVendor,
    caughtBy: ['input.user_id.disguised'],
    begin: () => (call, ask) => ask({ ...call, userId: call.userId.replaceAll(/%25(?=[0-9a-f]{2})/gi, '%') }),
  },
  {
    id: 'line-break-behind-id-ignored',
    row: null,
    title: 'A line break behind a user_id is ignored',
    vendors: everyVendor,
    caughtBy: ['input.user_id.disguised'],
    begin: () => (call, ask) => ask({ ...call, userId: call.userId.replace(/%0a$/i, '') }),
  },
  {
    id: 'nil-uuid-empty',
    row: null,
    title: 'The empty UUID has an empty list',
    vendors: ['open-wearables', 'junction'],
    caughtBy: ['input.user_id.any-version'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 && call.userId === nil ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  },
  {
    id: 'prototype-id-fails',
    row: null,
    title: 'A user_id that every object has as a property is a 500',
    vendors: ['mielto'],
    caughtBy: ['input.user_id.unknown'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 && call.userId in {} ? problem(500, 'Internal server error') : answer;
    },
  },
  {
    id: 'refusal-names-no-parameter',
    row: null,
    title: 'The error of invalid input names another parameter',
    vendors: ['junction', 'mielto'],
    caughtBy: ['input.user_id.malformed', 'input.limit.malformed'],
    begin: onJson(422, (json) =>
      isObject(json) && Array.isArray(json.detail)
        ? {
            ...json,
            detail: json.detail.map((entry) => (isObject(entry) ? { ...entry, loc: ['query', 'q'] } : entry)),
          }
        : json,
    ),
  },
  {
    id: 'unknown-user-filtered-empty',
    row: null,
    title: 'An unknown user has an empty list where a filter is given',
    vendors: ['mielto'],
    caughtBy: ['shape.404.status'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const isFiltered = Object.keys(filtersOf(call)).length > 0;
      return answer.status === 404 && isFiltered ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  },
  {
    id: 'leading-zero-octal',
    row: null,
    title: 'A limit with a leading zero is read as an octal number',
    vendors: ['mielto'],
    caughtBy: ['input.limit.signed'],
    begin: () => (call, ask) => {
      const limit = parameterOf(call, 'limit') ?? '';
      return ask(/^0[0-7]+$/.test(limit) ? withParameter(call, 'limit', Number.parseInt(limit, 8)) : call);
    },
  },
  {
    id: 'filtered-items-without-config',
    row: null,
    title: 'Under a filter items have an empty config',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { ...item, config: {} } : item,
    ),
  },
  {
    id: 'later-items-other-label',
    row: null,
    title: 'Behind the first page items have another label',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      pageAsked(call).skip > 0 ? { ...item, label: 'Connection' } : item,
    ),
  },
  {
    id: 'filtered-size-always-100',
    row: null,
    title: 'Under a filter the size is always 100',
    vendors: ['mielto'],
    caughtBy: ['meaning.page-numbers'],
    begin: onPage(({ size }, _, call) => ({ size: Object.keys(filtersOf(call)).length > 0 ? 100 : size })),
  },
  {
    id: 'filtered-page-always-one',
    row: null,
    title: 'Under a filter the page is always 1',
    vendors: ['mielto'],
    caughtBy: ['meaning.page-numbers'],
    begin: onPage(({ page }, _, call) => ({ page: Object.keys(filtersOf(call)).length > 0 ? 1 : page })),
  },
  {
    id: 'total-ignores-two-filters',
    row: null,
    title: 'The total ignores the filters where both are given',
    vendors: ['mielto'],
    caughtBy: ['meaning.page-numbers'],
    begin: onPage(async ({ total }, _, call, ask) =>
      Object.keys(filtersOf(call)).length < 2
        ? {}
        : { total: pageIn(await ask(withoutFilters(call)))?.total ?? total },
    ),
  },
  {
    id: 'filtered-oldest-first',
    row: null,
    title: 'Under a filter the oldest connection comes first',
    vendors: ['mielto'],
    caughtBy: ['meaning.order'],
    begin: onPage(({ connections }, _, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { connections: connections.toReversed() } : {},
    ),
  },
];
