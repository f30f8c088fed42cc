import type { Disturbance } from '../servers/fault-times.ts';

/** The longest wait of a small request, by its path and what was going on. */
export interface LongestWaits {
  add(path: string, during: Disturbance | null, milliseconds: number): void;
  /** In milliseconds. `calm`: nothing was going on. */
  rows(): readonly LongestWait[];
}

export interface LongestWait {
  readonly path: string;
  readonly during: Disturbance | 'calm';
  readonly count: number;
  readonly longest: number;
}

export function createLongestWaits(): LongestWaits {
  const rows = new Map<string, LongestWait>();
  return {
    add(path, cause, milliseconds) {
      const during = cause ?? 'calm';
      const key = `${path} ${during}`;
      const { count = 0, longest = 0 } = rows.get(key) ?? {};
      rows.set(key, { path, during, count: count + 1, longest: Math.max(longest, milliseconds) });
    },
    rows: () => [...rows.values()],
  };
}
