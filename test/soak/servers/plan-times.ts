import type { Random } from '../../support/random.ts';

/** When each thing is done, in seconds from the start of a run. */
export interface PlannedTimes {
  readonly kills: readonly number[];
  readonly outages: readonly number[];
  readonly cuts: readonly number[];
  readonly resets: readonly number[];
}

/** Processes are killed only in the first part of a run. Those that run then live until the end, to measure memory. */
const partWithKills = 0.55;

/**
 * Plans a run. The intervals grow with its length, up to a limit, and are random: half to one and a half of their mean.
 */
export function planTimes(options: { readonly seconds: number; readonly random: Random }): PlannedTimes {
  const { seconds, random } = options;
  const times = (until: number, share: number, longest: number) => {
    const mean = Math.min(seconds * share, longest);
    const found: number[] = [];
    for (let at = mean * random.next(); at < until; at += mean * (0.5 + random.next())) found.push(at);
    return found;
  };
  const storm = seconds * partWithKills;
  return {
    kills: times(storm, 0.15, 8),
    outages: times(storm, 0.25, 25),
    cuts: times(seconds * 0.97, 0.1, 6),
    resets: times(seconds * 0.97, 0.2, 12),
  };
}
