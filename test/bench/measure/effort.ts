/** How long and how often is measured. */
export interface Effort {
  /** The length of the first round, which is not counted: it takes Node seconds to compile what is run often. */
  readonly warmUpSeconds: number;
  /** Rounds under load that count. */
  readonly rounds: number;
  /** The length of a round, for each load. */
  readonly seconds: number;
  /** Starts of each process whose start is timed. */
  readonly starts: number;
  /** So many seconds after the process began, no other round under load begins; one is always measured. */
  readonly lastRoundSeconds: number;
  /** Users in the large file. */
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

/** Takes less than 90 seconds in all. */
export const quickEffort: Effort = {
  warmUpSeconds: 2.5,
  rounds: 3,
  seconds: 0.7,
  starts: 5,
  lastRoundSeconds: 75,
  users: 100_000,
};
