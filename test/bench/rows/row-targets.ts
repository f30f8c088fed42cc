/** The rows of the table, and the minimum ratio of each. */
export const rowTargets = {
  memory: 1.3,
  'sqlite-file': 1.2,
  postgresql: 1.1,
  'many-users': 0.35,
  'many-growth': 0.9,
  mixed: 0.7,
  mock: 20,
  'first-answer': 0.42,
  'first-answer-package': 0.55,
  'in-process': 0.5,
  'memory-after-load': 0.71,
} as const;

export type RowName = keyof typeof rowTargets;

/** What was measured for a row. The ratio is `reference` divided by `ours`. */
export interface Comparison {
  readonly name: RowName;
  readonly reference: number;
  readonly ours: number;
  readonly unit: 'µs' | 'ms' | 'MB';
}
