import { setTimeout as wait } from 'node:timers/promises';
import { StopError } from './stop-error.ts';

export interface RateLimiterOptions {
  /** Maximum number of requests per second. They are spaced evenly. */
  readonly rateLimit?: number | undefined;
  /** Maximum number of requests. */
  readonly maxRequests?: number | undefined;
}

/** Limits the rate and the number of requests. Call `acquire` before each request. */
export class RateLimiter {
  readonly #spacing: number;
  readonly #maxRequests: number;
  #nextAt = 0;
  #sent = 0;
  /** Orders concurrent calls of `acquire`. */
  #queue: Promise<void> = Promise.resolve();

  constructor({ rateLimit, maxRequests }: RateLimiterOptions) {
    this.#spacing = rateLimit === undefined ? 0 : 1000 / rateLimit;
    this.#maxRequests = maxRequests ?? Number.POSITIVE_INFINITY;
  }

  /** The number of requests so far. */
  get sent(): number {
    return this.#sent;
  }

  /** How many more requests can be sent; infinite without a limit. */
  get left(): number {
    return this.#maxRequests - this.#sent;
  }

  /** Resolves when the next request can be sent. Rejects with a `StopError` if none is left. */
  async acquire(signal?: AbortSignal): Promise<void> {
    if (this.#sent >= this.#maxRequests) {
      throw new StopError(`The limit of ${this.#maxRequests} requests is reached.`, 'request-limit');
    }
    this.#sent += 1;
    const turn = this.#queue.then(() => this.#delay(signal));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #delay(signal: AbortSignal | undefined): Promise<void> {
    // A timer can fire slightly early.
    for (let left = this.#nextAt - performance.now(); left > 0; left = this.#nextAt - performance.now()) {
      await wait(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
    }
    this.#nextAt = performance.now() + this.#spacing;
  }
}
