import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** An answer of a user. */
export interface RepeatedAnswer {
  readonly user: string;
  readonly exchange: Exchange;
}

/** This many answers show a fault of one in ten with 99 %: 0.9 to this power is less than 0.01. */
export const wantedRepetitions = 44;

/** How many users take turns. */
const maxUsers = 3;

/** How many requests are left to the later checks, if their number is limited. */
const reserved = 20;

/** How many connections are used at the same time. */
const connections = 2;

/**
 * Repeats the requests for the lists of a few users, as often as the limits of the target allow. The users take turns, on
 * two connections that are reused, and then each time on two new ones.
 */
export async function repeatedAnswers(session: Session): Promise<readonly RepeatedAnswer[]> {
  const { target, rateLimiter } = session.options;
  const users = target.users.slice(0, maxUsers).map(({ id }) => id);
  if (target.emptyUser !== undefined && target.emptyUser !== '') users.push(target.emptyUser);
  const count = Math.max(0, Math.min(wantedRepetitions, rateLimiter.left - reserved));
  const userAt = (turn: number) => users[turn % users.length] ?? '';
  const length = Math.floor(count / 2 / connections);
  const lanes = Array.from({ length: connections }, (_, lane) =>
    Array.from({ length }, (_turn, index) => userAt(lane * length + index)),
  );
  const onReused = lanes.map(async (lane) => {
    const exchanges = await session.askInSequence(lane.map((user) => ({ user })));
    return exchanges.map((exchange, index) => ({ user: lane[index] ?? '', exchange }));
  });
  const answers = (await Promise.all(onReused)).flat().filter(isAnswered);
  // A request that was not answered is replaced, within the limits.
  for (let turn = connections * length; answers.length < count && turn < 2 * count; turn += connections) {
    const left = Math.min(connections, count - answers.length, rateLimiter.left);
    const asked = Array.from({ length: left }, async (_, index) => {
      const user = userAt(turn + index);
      return { user, exchange: await session.ask({ user }) };
    });
    answers.push(...(await Promise.all(asked)).filter(isAnswered));
  }
  return answers;
}

/** Whether a request was answered: not limited, and not sent on a connection that was just closed. */
function isAnswered({ exchange: { result, reused } }: RepeatedAnswer): boolean {
  if (result.kind === 'broken') return !(reused && result.fault === 'closed');
  return result.status !== 429 && result.status !== 503;
}
