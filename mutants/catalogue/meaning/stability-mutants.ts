import type { Call } from '../../proxy/call.ts';
import type { Json, JsonObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { withChangedItems } from '../kit/change-answer.ts';

/** Lists that differ from one GET to the next. */
export const stabilityMutants: readonly Mutant[] = [
  changing({
    id: 'get-consumes',
    row: 39,
    title: "Each GET drops one more connection from the end of the user's list",
    change: (items, { round }) => items.slice(0, Math.max(items.length - round, 0)),
  }),
  changing({
    id: 'get-expires',
    row: 39,
    title: 'A GET changes the status of the first connection that the next one lists',
    change: (items, { round, call }) =>
      round === 0
        ? items
        : items.map((item, index) => (index === 0 ? { ...item, ...otherStatus(item, call) } : item)),
  }),
  changing({
    id: 'every-second-get-shorter',
    row: 39,
    title: 'Every second GET leaves out the last connection',
    change: (items, { round }) => (round % 2 === 0 ? items : items.slice(0, -1)),
  }),
  changing({
    id: 'every-third-get-shorter',
    row: null,
    title: 'Every third GET leaves out a connection in the middle',
    change: (items, { round }) =>
      round % 3 === 2 ? items.toSpliced(Math.floor(items.length / 2), 1) : items,
  }),
  {
    ...changing({
      id: 'order-alternates',
      row: null,
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
      row: 39,
      title: 'Each GET moves updated_at of the connections that it lists',
      change: (items, { round }) =>
        items.map((item) => ({ ...item, updated_at: secondsLater(item.updated_at, round) })),
    }),
    vendors: ['open-wearables', 'mielto'],
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
        const key = `${call.vendor} ${call.userId}`;
        const round = rounds.get(key) ?? 0;
        rounds.set(key, round + 1);
        return change(items, { call, round });
      });
    };
  };
  return { ...head, vendors: everyVendor, caughtBy: ['meaning.stable'], begin };
}

function otherStatus({ status }: JsonObject, { vendor }: Call): JsonObject {
  if (vendor !== 'junction') return { status: status === 'active' ? 'expired' : 'active' };
  if (status === 'error') return { status: 'connected', error_details: null };
  const details = {
    error_type: 'unknown',
    error_message: 'It has failed.',
    errored_at: '2026-01-01T00:00:00+00:00',
  };
  return { status: 'error', error_details: details };
}

function secondsLater(time: Json | undefined, seconds: number): string {
  return new Date(Date.parse(String(time)) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}
