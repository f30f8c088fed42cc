import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey, userIdOf } from '../../proxy/call.ts';
import { isObject, type Json, type JsonObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { cached, workspaceOf } from '../kit/cached.ts';
import { onItem, withChangedItems } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { shownItems } from '../kit/list-body.ts';
import { filtersOf, pageRequest } from '../kit/page.ts';

/** Lists that change between GET requests although the data does not. */
export const stabilityMutants: readonly Mutant[] = [
  unstableMutant({
    id: 'get-consumes',
    title: "Each GET drops one more connection from the end of the user's list",
    change: (items, { round }) => items.slice(0, Math.max(items.length - round, 0)),
  }),
  unstableMutant({
    id: 'get-expires',
    title: 'A GET changes the status of the first connection in the next answer',
    change: (items, { round, call }) =>
      round === 0
        ? items
        : items.map((item, index) => (index === 0 ? { ...item, ...otherStatus(item, call) } : item)),
  }),
  unstableMutant({
    id: 'every-second-get-shorter',
    title: 'Every second GET leaves out the last connection',
    change: (items, { round }) => (round % 2 === 0 ? items : items.slice(0, -1)),
  }),
  unstableMutant({
    id: 'every-third-get-shorter',
    title: 'Every third GET leaves out a connection in the middle',
    change: (items, { round }) =>
      round % 3 === 2 ? items.toSpliced(Math.floor(items.length / 2), 1) : items,
  }),
  {
    ...unstableMutant({
      id: 'order-alternates',
      title: 'Every second GET lists the connections in reverse order',
      change: (items, { round }) => (round % 2 === 0 ? items : items.toReversed()),
    }),
    // The other contracts promise no order.
    vendors: ['mielto'],
    caughtBy: ['meaning.stable', 'meaning.order'],
  },
  {
    ...unstableMutant({
      id: 'updated-at-moves',
      title: 'Each GET changes updated_at of the listed connections',
      change: (items, { round }) =>
        items.map((item) => ({ ...item, updated_at: secondsLater(item.updated_at, round) })),
    }),
    vendors: ['open-wearables', 'mielto'],
  },
  {
    id: 'cache-without-query',
    title: 'Answers are cached without the query in the cache key',
    vendors: ['mielto'],
    caughtBy: ['meaning.limit', 'meaning.skip'],
    begin: cached((call) => [presentedKey(call), userIdOf(call), workspaceOf(call)]),
  },
  {
    id: 'previous-answer',
    title: 'Every fifth list is a copy of the previous answer',
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
    title: 'With a filter, connections have an empty config',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { ...item, config: {} } : item,
    ),
  },
  {
    id: 'later-items-other-label',
    title: 'After the first page, connections have another label',
    vendors: ['mielto'],
    caughtBy: ['meaning.same-items'],
    begin: onItem('each', (item, call) =>
      pageRequest(call).skip > 0 ? { ...item, label: 'Connection' } : item,
    ),
  },
];

interface Round {
  readonly call: Call;
  /** How often the user's list was answered before. */
  readonly round: number;
}

function unstableMutant({
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

/** The fields that differ for another status, from an example of the contract. */
function otherStatus(item: JsonObject, { vendor, operation }: Call): JsonObject {
  const status = itemField(vendor, 'status');
  const other = shownItems(vendor, operation).find((shown) => shown[status] !== item[status]);
  if (other === undefined)
    throw new Error(`spec/${vendor}.yaml shows connections of one status only. Add another.`);
  // The status, and details that are present for one status and null for another.
  const isDetail = (name: string, value: Json) => name in item && isObject(value) !== isObject(item[name]);
  return Object.fromEntries(
    Object.entries(other).filter(([name, value]) => name === status || isDetail(name, value)),
  );
}

function secondsLater(time: Json | undefined, seconds: number): string {
  return new Date(Date.parse(String(time)) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}
