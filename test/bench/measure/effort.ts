/** How long and how often the benchmark measures. */
export interface Effort {
  /** The length of the first round. It does not count, because Node needs seconds to optimise hot code. */
  readonly warmUpSeconds: number;
  /** Rounds under load that count. */
  readonly rounds: number;
  /** The length of a round, for each load. */
  readonly seconds: number;
  /** The number of starts of each process whose start is measured. */
  readonly starts: number;
  /** No round under load begins this long after the start of the process, except for the first one that counts. */
  readonly lastRoundSeconds: number;
  /** The number of users in the large file. */
  readonly users: number;
}

export const fullEffort: Effort = {
  warmUpSeconds: 6,
  rounds: 5,
  seconds: 3,
  starts: 12,
  lastRoundSeconds: 900,
  users: 1_000_000,
};

/** Takes less than 90 seconds in total. */
export const quickEffort: Effort = {
  warmUpSeconds: 2.5,
  rounds: 3,
  seconds: 0.7,
  starts: 5,
  lastRoundSeconds: 75,
  users: 100_000,
};
