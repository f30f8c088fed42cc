import type { Fault } from '../model/connection-model.ts';
import type { Client, World } from './world.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  /** Null if the answer did not arrive. */
  readonly status: number | null;
  readonly text: string;
  /** The body, parsed as JSON. Undefined if it is empty or not JSON. */
  readonly json: unknown;
}

/** Thrown if a reset has begun since the client last compared what it knew: what an answer means is then unknown. */
export class ResetOverlap extends Error {}

const timeoutMilliseconds = 60_000;

/** Sends a request to any server that runs, and counts how it ended. Throws a `ResetOverlap` if a reset has begun. */
export async function call(client: Client, request: Call): Promise<Answer> {
  const { resets } = client.world;
  if (resets.epoch() !== client.seenEpoch) throw new ResetOverlap();
  const answer = await callDuringReset(client, request);
  if (resets.epoch() !== client.seenEpoch) throw new ResetOverlap();
  return answer;
}

/** The same, but returns the answer also if a reset has begun. */
export async function callDuringReset(
  { world, random }: Pick<Client, 'world' | 'random'>,
  request: Call,
): Promise<Answer> {
  return callOrigin(world, await world.replicas.pick(random), request);
}

/** The same, to one server. */
async function callOrigin(world: World, origin: string, request: Call): Promise<Answer> {
  const { method = 'GET', path, headers, body } = request;
  const from = Date.now();
  let answer: Answer = { status: null, text: '', json: undefined };
  let hasRetryAfter = false;
  try {
    const response = await fetch(origin + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    hasRetryAfter = response.headers.has('retry-after');
    answer = { status: response.status, text, json: parsed(text) };
  } catch {
    // The tally counts it as a request without an answer.
  }
  const cause = world.faults.causeOf({
    origin,
    isWrite: method !== 'GET',
    status: answer.status,
    from,
    to: Date.now(),
  });
  world.tally.record({ what: `${method} ${path}`, status: answer.status, cause, hasRetryAfter });
  return answer;
}

/** True if the change may have been made or not. */
export function isUncertain({ status }: Answer): boolean {
  return status === null || status >= 500;
}

/** An answer that the model does not allow. A 404 shows that something acknowledged does not exist. */
export function impossible({ method = 'GET', path }: Call, { status, text }: Answer): Fault {
  return {
    kind: status === 404 ? 'lost' : 'wrong',
    text: `${method} ${path} was answered with ${status} ${text.slice(0, 300)}`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
