import { setTimeout as wait } from 'node:timers/promises';
import { ExplainedError } from '../../contract/explained-error.ts';

export interface PacerOptions {
  /** Requests a second at most; they are spaced evenly. */
  readonly rateLimit?: number | undefined;
  /** Requests at most. */
  readonly maxRequests?: number | undefined;
}

/** Lets requests go one at a time, never more nor faster than allowed; whoever sends one asks here first. */
export class Pacer {
  readonly #spacing: number;
  readonly #most: number;
  #nextAt = 0;
  #sent = 0;
  /** Those who ask at once go one after the other. */
  #before: Promise<void> = Promise.resolve();

  constructor({ rateLimit, maxRequests }: PacerOptions) {
    this.#spacing = rateLimit === undefined ? 0 : 1000 / rateLimit;
    this.#most = maxRequests ?? Number.POSITIVE_INFINITY;
  }

  /** How many requests were let go. */
  get sent(): number {
    return this.#sent;
  }

  /** Resolves when one more may be sent. Rejects with an `ExplainedError` of the kind `limit` if none may. */
  async turn(signal?: AbortSignal): Promise<void> {
    if (this.#sent >= this.#most) {
      throw new ExplainedError(`The limit of ${this.#most} requests is reached.`, { kind: 'limit' });
    }
    this.#sent += 1;
    const mine = this.#before.then(() => this.#space(signal));
    this.#before = mine.catch(() => undefined);
    return mine;
  }

  async #space(signal: AbortSignal | undefined): Promise<void> {
    // A timer may fire a moment early.
    for (let left = this.#nextAt - performance.now(); left > 0; left = this.#nextAt - performance.now()) {
      await wait(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
    }
    this.#nextAt = performance.now() + this.#spacing;
  }
}
