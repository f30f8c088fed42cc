import type { Call } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { itemCount, onAnswer, onItem, onJson } from '../kit/change-answer.ts';
import { answerForFirstUser } from '../kit/first-user.ts';
import { itemField } from '../kit/item-fields.ts';
import { itemsIn, withItems } from '../kit/list-body.ts';
import { problem } from '../kit/problem.ts';

/** Lists that differ from the connections of the user. */
export const meaningMutants: readonly Mutant[] = [
  {
    id: 'ended-left-out',
    title: 'Connections that have ended or failed are left out',
    vendors: everyVendor,
    caughtBy: ['meaning.expected'],
    begin: onJson(200, (json, { vendor }) => {
      const items = itemsIn(vendor, json) ?? [];
      const status = itemField(vendor, 'status');
      const kept = items.filter((item) =>
        ['active', 'connected', 'testing', 'inactive'].includes(String(item[status])),
      );
      if (kept.length === items.length) return json;
      const changed = withItems(vendor, json, kept);
      return isObject(changed) && typeof changed.total === 'number'
        ? { ...changed, total: changed.total - (items.length - kept.length) }
        : changed;
    }),
  },
  {
    id: 'revoked-left-out',
    title: 'Revoked connections are left out, but not expired ones',
    vendors: ['open-wearables'],
    caughtBy: ['meaning.expected'],
    begin: onJson(200, (json, { vendor }) =>
      withItems(
        vendor,
        json,
        (itemsIn(vendor, json) ?? []).filter(({ status }) => status !== 'revoked'),
      ),
    ),
  },
  {
    id: 'last-connection-left-out',
    title: 'The last connection of the user is left out and not counted',
    vendors: everyVendor,
    caughtBy: ['meaning.expected'],
    begin: onJson(200, (json, { vendor, search }) => {
      const items = itemsIn(vendor, json) ?? [];
      if (!isObject(json) || typeof json.total !== 'number')
        return withItems(vendor, json, items.slice(0, -1));
      const skip = Number(new URLSearchParams(search).get('skip') ?? 0);
      const isLastPage = skip + items.length >= json.total;
      const total = Math.max(json.total - 1, 0);
      return withItems(vendor, { ...json, total }, isLastPage ? items.slice(0, -1) : items);
    }),
  },
  {
    id: 'same-connection-twice',
    title: 'The last connection is a copy of the first',
    vendors: everyVendor,
    caughtBy: ['meaning.unique-ids', 'meaning.one-per-provider'],
    begin: onJson(200, (json, { vendor }) => withLastReplaced(vendor, json, (first) => first)),
  },
  {
    id: 'same-id-twice',
    title: 'The last connection has the id of the first',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.unique-ids'],
    begin: onJson(200, (json, { vendor }) =>
      withLastReplaced(vendor, json, ({ id = null }, last) => ({ ...last, id })),
    ),
  },
  {
    id: 'same-provider-twice',
    title: 'Two connections have the same provider',
    vendors: ['open-wearables', 'junction'],
    caughtBy: ['meaning.one-per-provider', 'meaning.unique-ids'],
    begin: onJson(200, (json, { vendor }) =>
      withLastReplaced(vendor, json, (first, last) => {
        const slug = itemField(vendor, 'slug');
        return { ...last, [slug]: first[slug] ?? null };
      }),
    ),
  },
  {
    id: 'empty-user-not-found',
    title: 'A user without connections returns 404',
    vendors: everyVendor,
    caughtBy: ['meaning.empty-user'],
    begin: onAnswer(200, (answer, call) =>
      itemCount(answer, call) === 0 ? problem(call, 404, 'Not found') : answer,
    ),
  },
  {
    id: 'other-users-list',
    title: 'Every list is that of the first requested user',
    vendors: everyVendor,
    caughtBy: ['meaning.owner', 'isolation.two-users'],
    begin: answerForFirstUser((answer) => answer),
  },
  {
    id: 'foreign-item-last',
    title: 'The last connection belongs to another user',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.owner'],
    begin: onItem('last', (item) => ({ ...item, user_id: '00000000-0000-4000-8000-0000000000ff' })),
  },
  {
    id: 'item-of-other-workspace',
    title: 'The last connection belongs to another workspace',
    vendors: ['mielto'],
    caughtBy: ['meaning.workspace'],
    begin: onItem('last', (item) => ({ ...item, workspace_id: 'ws_elsewhere' })),
  },
];

/** Replaces the last connection, if there are at least two. */
function withLastReplaced(
  vendor: Call['vendor'],
  json: Json,
  make: (first: JsonObject, last: JsonObject) => JsonObject,
): Json {
  const items = itemsIn(vendor, json);
  const [first, ...more] = items ?? [];
  const last = more.at(-1);
  if (first === undefined || last === undefined) return json;
  return withItems(vendor, json, [first, ...more.slice(0, -1), make(first, last)]);
}
