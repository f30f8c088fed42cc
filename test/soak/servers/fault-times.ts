/**
 * What was done to the servers. `killed`: one process; `cut`: PostgreSQL closed all connections; `outage`: PostgreSQL
 * could not be reached; `reset`: the initial data was restored.
 */
export type Disturbance = 'killed' | 'cut' | 'outage' | 'reset';

/** What may cause a failed request. */
export type FaultCause = Exclude<Disturbance, 'reset'>;

/** A request after an outage or a cut can still use a connection that is closed. */
const afterMilliseconds = 1_500;

/** A failed request, with its times in milliseconds since 1970. */
export interface FailedRequest {
  /** Null if the answer did not arrive. */
  readonly status: number | null;
  readonly origin: string;
  readonly isWrite: boolean;
  readonly from: number;
  readonly to: number;
}

/** Remembers when the servers were disturbed. */
export interface FaultTimes {
  /** Begins a disturbance. `origin` is the killed server. Returns the function that ends it. */
  begin(cause: Disturbance, origin?: string): () => void;
  /**
   * Returns why a request may have failed, or null. The death of its server explains a missing answer. A database that
   * cannot be reached explains a 503. A cut explains only that of a write: the server must repeat a read.
   */
  causeOf(request: FailedRequest): FaultCause | null;
  /** Returns a disturbance of any server during this time, or null. */
  during(from: number, to: number): Disturbance | null;
  count(cause: Disturbance): number;
}

interface FaultTime {
  readonly cause: Disturbance;
  readonly origin: string | undefined;
  readonly from: number;
  to: number;
}

export function createFaultTimes(now: () => number = Date.now): FaultTimes {
  const times: FaultTime[] = [];
  const overlaps = (fault: FaultTime, from: number, to: number) =>
    fault.from <= to && from <= fault.to + (fault.cause === 'reset' ? 0 : afterMilliseconds);
  return {
    begin(cause, origin) {
      const fault = { cause, origin, from: now(), to: Number.POSITIVE_INFINITY };
      times.push(fault);
      return () => {
        fault.to = now();
      };
    },
    causeOf({ status, origin, isWrite, from, to }) {
      const causes = times.map((fault) => {
        switch (fault.cause) {
          case 'killed':
            return status === null && fault.origin === origin && fault.from <= to ? fault.cause : null;
          case 'cut':
            return status === 503 && isWrite && overlaps(fault, from, to) ? fault.cause : null;
          case 'outage':
            return status === 503 && overlaps(fault, from, to) ? fault.cause : null;
          case 'reset':
            return null;
          default:
            return fault.cause satisfies never;
        }
      });
      return causes.find((cause) => cause !== null) ?? null;
    },
    during: (from, to) => times.find((fault) => overlaps(fault, from, to))?.cause ?? null,
    count: (cause) => times.filter((fault) => fault.cause === cause).length,
  };
}
