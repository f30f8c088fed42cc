import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey, userIdOf } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { cached, workspaceOf } from '../kit/cached.ts';
import { onItem, withChangedItems } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { shownItems } from '../kit/list-body.ts';
import { filtersOf, pageAsked } from '../kit/page.ts';

/** Lists that differ from one GET to the next though nothing has changed. */
export const stabilityMutants: readonly Mutant[] = [
  changing({
    id: 'get-consumes',
    title: "Each GET drops one more connection from the end of the user's list",
    change: (items, { round }) => items.slice(0, Math.max(items.length - round, 0)),
  }),
  changing({
    id: 'get-expires',
    title: 'A GET changes the status of the first connection that the next one lists',
    change: (items, { round, call }) =>
      round === 0
        ? items
        : items.map((item, index) => (index === 0 ? { ...item, ...otherStatus(item, call) } : item)),
  }),
  changing({
    id: 'every-second-get-shorter',
    title: 'Every second GET leaves out the last connection',
    change: (items, { round }) => (round % 2 === 0 ? items : items.slice(0, -1)),
  }),
  changing({
    id: 'every-third-get-shorter',
    title: 'Every third GET leaves out a connection in the middle',
    change: (items, { round }) =>
      round % 3 === 2 ? items.toSpliced(Math.floor(items.length / 2), 1) : items,
  }),
  {
    ...changing({
      id: 'order-alternates',
      title: 'Every second GET lists the other way round',
      change: (items, { round }) => (round % 2 === 0 ? items : items.toReversed()),
    }),
    // The other contracts promise no order.
    vendors: ['mielto'],
    caughtBy: ['meaning.stable', 'meaning.order'],
  },
  {
    ...changing({
      id: 'updated-at-moves',
      title: 'Each GET moves updated_at of the connections that it lists',
      change: (items, { round }) =>
        items.map((item) => ({ ...item, updated_at: secondsLater(item.updated_at, round) })),
    }),
    vendors: ['open-wearables', 'mielto'],
  },
  {
    id: 'cache-without-query',
    title: 'Answers are cached, and the query is not part of what they are cached by',
    vendors: ['mielto'],
    caughtBy: ['meaning.limit', 'meaning.skip'],
    begin: cached((call) => [presentedKey(call), userIdOf(call), workspaceOf(call)]),
  },
  {
    id: 'previous-answer',
    title: 'Every fifth list is the one that was answered before it',
    vendors: everyVendor,
    caughtBy: ['meaning.stable', 'meaning.owner', 'isolation.two-users'],
    begin: () => {
      let count = 0;
      let previous: Answer | undefined;
      return async (call, ask) => {
        const answer = await ask(call);
        if (answer.status !== 200) return answer;
        const sent = count++ % 5 === 4 ? (previous ?? answer) : answer;
        previous = answer;
        return sent;
      };
    },
  },
  {
    id: 'filtered-items-without-config',
    title: 'Under a filter items have an empty config',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { ...item, config: {} } : item,
    ),
  },
  {
    id: 'later-items-other-label',
    title: 'Behind the first page items have another label',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      pageAsked(call).skip > 0 ? { ...item, label: 'Connection' } : item,
    ),
  },
];

interface Round {
  readonly call: Call;
  /** How often the user's list was answered before. */
  readonly round: number;
}

function changing({
  change,
  ...head
}: MutantHead & {
  readonly change: (items: readonly JsonObject[], round: Round) => readonly JsonObject[];
}): Mutant {
  const begin: Mutant['begin'] = () => {
    const rounds = new Map<string, number>();
    return async (call, ask) => {
      const answer = await ask(call);
      return withChangedItems(answer, call, (items) => {
        const key = `${call.vendor} ${userIdOf(call)}`;
        const round = rounds.get(key) ?? 0;
        rounds.set(key, round + 1);
        return change(items, { call, round });
      });
    };
  };
  return { ...head, vendors: everyVendor, caughtBy: ['meaning.stable'], begin };
}

/** The fields in which a connection of another status differs, as one of the contract's examples has them. */
function otherStatus(item: JsonObject, { vendor, operation }: Call): JsonObject {
  const status = itemField(vendor, 'status');
  const other = shownItems(vendor, operation).find((shown) => shown[status] !== item[status]);
  if (other === undefined)
    throw new Error(`spec/${vendor}.yaml shows connections of one status only. Add another.`);
  // Beside the status, details that are there for one status and null for another.
  const isDetail = (name: string, value: Json) => name in item && isObject(value) !== isObject(item[name]);
  return Object.fromEntries(
    Object.entries(other).filter(([name, value]) => name === status || isDetail(name, value)),
  );
}

function secondsLater(time: Json | undefined, seconds: number): string {
  return new Date(Date.parse(String(time)) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}
