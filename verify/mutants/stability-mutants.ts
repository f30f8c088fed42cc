import type { Call } from './call.ts';
import { withChangedItems } from './change-answer.ts';
import type { Json, JsonObject } from './json.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Lists that differ from one GET to the next. */
export const stabilityMutants: readonly Mutant[] = [
  changing(
    'get-consumes',
    39,
    "Each GET drops one more connection from the end of the user's list",
    (items, { round }) => items.slice(0, Math.max(items.length - round, 0)),
  ),
  changing(
    'get-expires',
    39,
    'A GET changes the status of the first connection that the next one lists',
    (items, { round, call }) =>
      round === 0
        ? items
        : items.map((item, index) => (index === 0 ? { ...item, ...otherStatus(item, call) } : item)),
  ),
  changing(
    'every-second-get-shorter',
    39,
    'Every second GET leaves out the last connection',
    (items, { round }) => (round % 2 === 0 ? items : items.slice(0, -1)),
  ),
  changing(
    'every-third-get-shorter',
    null,
    'Every third GET leaves out a connection in the middle',
    (items, { round }) => (round % 3 === 2 ? items.toSpliced(Math.floor(items.length / 2), 1) : items),
  ),
  changing('order-alternates', null, 'Every second GET lists the other way round', (items, { round }) =>
    round % 2 === 0 ? items : items.toReversed(),
  ),
  {
    ...changing(
      'updated-at-moves',
      39,
      'Each GET moves updated_at of the connections that it lists',
      (items, { round }) =>
        items.map((item) => ({ ...item, updated_at: secondsLater(item.updated_at, round) })),
    ),
    vendors: ['open-wearables', 'mielto'],
  },
];

interface Round {
  readonly call: Call;
  /** How often the user's list was answered before. */
  readonly round: number;
}

function changing(
  id: string,
  row: number | null,
  title: string,
  change: (items: readonly JsonObject[], round: Round) => readonly JsonObject[],
): Mutant {
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
  return { id, row, title, vendors: everyVendor, caughtBy: ['meaning.stable'], begin };
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
