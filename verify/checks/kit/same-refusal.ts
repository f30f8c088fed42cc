import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { readStrictJson } from '../../wire/strict-json.ts';

interface Asked {
  readonly probe: Probe;
  readonly exchange: Exchange;
}

/**
 * Whether two users are answered alike: with one status, and with one body but for the id that each names. What changes
 * in the first answer from one time to the next, such as a number of the request, does not count.
 */
export async function isSameRefusal(session: Session, one: Asked, other: Asked): Promise<boolean> {
  const [first, second] = [one.exchange.result, other.exchange.result];
  if (first.kind === 'broken' || second.kind === 'broken') return first.kind === second.kind;
  if (first.status !== second.status) return false;
  if (first.body.equals(second.body)) return true;
  const body = impersonal(session, one, first.body);
  const like = impersonal(session, other, second.body);
  if (isDeepStrictEqual(body, like)) return true;
  const { result: again } = await session.ask(one.probe);
  return again.kind === 'answer' && isAlike(body, impersonal(session, one, again.body), like);
}

/** What came in place of an answer that it has to be like. */
export function otherAnswerText(session: Session, exchange: Exchange, like: Exchange): string {
  const text = answerText(session, exchange);
  return exchange.result.status === like.result.status ? `${text} with another body` : text;
}

/** A body without what was asked for, which gives nothing away; as JSON where it is. */
function impersonal({ primaryUser }: Session, { probe, exchange }: Asked, body: Buffer): unknown {
  const { user = primaryUser, headers = {} } = probe;
  const text = [exchange.request.path, user, encodeURIComponent(user), ...Object.values(headers)]
    .filter((id) => id !== '')
    .reduce((left, id) => left.replaceAll(id, ''), body.toString('utf8'));
  const json = readStrictJson(Buffer.from(text));
  return json.ok ? json.value : text;
}

/** Whether two values differ only where the first is another one each time. */
function isAlike(one: unknown, again: unknown, other: unknown): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  const [first, second, like] = [fieldsOf(one), fieldsOf(again), fieldsOf(other)];
  if (first === null || second === null || like === null) return !isDeepStrictEqual(one, again);
  return (
    first.size === like.size &&
    [...first].every(([name, value]) => like.has(name) && isAlike(value, second.get(name), like.get(name)))
  );
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
