import { isDeepStrictEqual } from 'node:util';
import { isUuid } from '../../../contract/formats.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { readStrictJson } from '../../wire/strict-json.ts';

interface ProbedExchange {
  readonly probe: Probe;
  readonly exchange: Exchange;
}

/**
 * Whether two requests get the same status and the same body, apart from the id in each request. Values that change
 * when the first request is repeated, such as a request id, are ignored.
 */
export async function isSameRefusal(
  session: Session,
  one: ProbedExchange,
  other: ProbedExchange,
): Promise<boolean> {
  const [first, second] = [one.exchange.result, other.exchange.result];
  if (first.kind === 'broken' || second.kind === 'broken') return first.kind === second.kind;
  if (first.status !== second.status) return false;
  if (first.body.equals(second.body)) return true;
  const body = withoutRequestValues(session, one, first.body);
  const reference = withoutRequestValues(session, other, second.body);
  if (isDeepStrictEqual(body, reference)) return true;
  const { result: again } = await session.ask(one.probe);
  return (
    again.kind === 'answer' &&
    isSameExceptUnstable(body, withoutRequestValues(session, one, again.body), reference)
  );
}

/** Describes an answer that differs from the reference. */
export function differentAnswerText(session: Session, exchange: Exchange, reference: Exchange): string {
  const text = answerText(session, exchange);
  return exchange.result.status === reference.result.status ? `${text} with a different body` : text;
}

/** A body without the values of the request, which reveal nothing. It is parsed if it is JSON. */
function withoutRequestValues(
  { primaryUser }: Session,
  { probe, exchange }: ProbedExchange,
  body: Buffer,
): unknown {
  const { user = primaryUser, headers = {} } = probe;
  // A UUID in upper case is shown in lower case.
  const spellings = isUuid(user) ? [user, user.toLowerCase()] : [user, encodeURIComponent(user)];
  const text = [exchange.request.path, ...spellings, ...Object.values(headers)]
    .filter((id) => id !== '')
    .reduce((left, id) => left.replaceAll(id, ''), body.toString('utf8'));
  const json = readStrictJson(Buffer.from(text));
  return json.ok ? json.value : text;
}

/** Whether two values differ only in parts that also differ between two answers to the first request. */
function isSameExceptUnstable(one: unknown, again: unknown, other: unknown): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  const [first, second, reference] = [fieldsOf(one), fieldsOf(again), fieldsOf(other)];
  if (first === null || second === null || reference === null) return !isDeepStrictEqual(one, again);
  return (
    first.size === reference.size &&
    [...first].every(
      ([name, value]) =>
        reference.has(name) && isSameExceptUnstable(value, second.get(name), reference.get(name)),
    )
  );
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
