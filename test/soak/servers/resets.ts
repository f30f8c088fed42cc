import type { FaultTimes } from './fault-times.ts';

/** Counts the resets of a database, so that a request can be recognized that overlaps one. */
export interface Resets {
  /** Increases when a reset begins and when it ends: odd while one runs. */
  epoch(): number;
  /** Runs `reset` until it succeeds. Resets do not overlap. */
  run(reset: () => Promise<boolean>): Promise<void>;
}

export function createResets(faults: FaultTimes): Resets {
  let epoch = 0;
  return {
    epoch: () => epoch,
    async run(reset) {
      epoch += 1;
      const end = faults.begin('reset');
      while (!(await reset()));
      end();
      epoch += 1;
    },
  };
}
