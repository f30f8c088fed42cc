import type { Fault } from '../model/connection-model.ts';
import type { FaultCause } from '../servers/fault-times.ts';

/** How one request ended. */
export interface EndedRequest {
  readonly what: string;
  /** Null if the answer did not arrive. */
  readonly status: number | null;
  /** The cause of a 5xx or of a missing answer; null if there was none. */
  readonly cause: FaultCause | null;
  /** False for a 503 without the header that it must have. */
  readonly hasRetryAfter?: boolean;
}

/** The counts of a run. */
export interface Tally {
  record(request: EndedRequest): void;
  /** Counts a change that a server confirmed. */
  acknowledge(): void;
  /** Counts a change whose answer was a 5xx or did not arrive. */
  doubt(): void;
  report(faults: readonly Fault[]): void;
  readonly counts: TallyCounts;
}

export interface TallyCounts {
  requests: number;
  acknowledged: number;
  uncertain: number;
  /** By status, or `unanswered`. */
  readonly statuses: Map<string, number>;
  /** Of failed requests, by status and cause. */
  readonly failures: Map<string, number>;
  /** Failed requests without a cause. */
  readonly unexplained: string[];
  readonly lost: string[];
  readonly wrong: string[];
}

export function createTally(): Tally {
  const counts: TallyCounts = {
    requests: 0,
    acknowledged: 0,
    uncertain: 0,
    statuses: new Map(),
    failures: new Map(),
    unexplained: [],
    lost: [],
    wrong: [],
  };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  return {
    counts,
    record({ what, status, cause, hasRetryAfter = true }) {
      counts.requests += 1;
      const shown = String(status ?? 'unanswered');
      add(counts.statuses, shown);
      if (status !== null && status < 500) return;
      add(counts.failures, `${shown} ${cause ?? 'without a cause'}`);
      if (cause === null) counts.unexplained.push(`${new Date().toISOString()} ${what}: ${shown}`);
      if (status === 503 && !hasRetryAfter) counts.wrong.push(`${what}: 503 without Retry-After`);
    },
    acknowledge() {
      counts.acknowledged += 1;
    },
    doubt() {
      counts.uncertain += 1;
    },
    report(faults) {
      for (const { kind, text } of faults) counts[kind].push(`${new Date().toISOString()} ${text}`);
    },
  };
}
