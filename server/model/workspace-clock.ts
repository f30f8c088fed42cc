import type { Instant } from './instant.ts';

/** The clock of a workspace. It runs with the server's base clock, ahead of it or behind it, or it is frozen. */
export interface WorkspaceClock {
  /** How far the running clock is ahead of the base clock, in milliseconds. Negative if it is behind. */
  readonly offset: number;
  /** The time at which it is frozen; null while it runs. */
  readonly frozenAt: Instant | null;
}

/** The clock of a new workspace. */
export const baseClock: WorkspaceClock = { offset: 0, frozenAt: null };

/** No clock can be moved beyond this time, so that every time that is computed from it has a year of four digits. */
export const lastInstant: Instant = '9998-12-31T23:59:59.999Z';

/** The time on the clock when the base clock shows `base`. */
export function timeOn({ offset, frozenAt }: WorkspaceClock, base: Instant): Instant {
  if (frozenAt !== null) return frozenAt;
  return offset === 0 ? base : plus(base, offset);
}

/** What the base clock shows when this clock reaches a time, in milliseconds; infinite if it does not reach it. */
export function baseTimeAt({ offset, frozenAt }: WorkspaceClock, time: Instant | null): number {
  if (time === null) return Number.POSITIVE_INFINITY;
  if (frozenAt === null) return Date.parse(time) - offset;
  return time <= frozenAt ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The clock at another time. It stays frozen, or runs on from there. */
export function movedTo({ frozenAt }: WorkspaceClock, time: Instant, base: Instant): WorkspaceClock {
  return frozenAt === null ? runningAt(time, base) : frozenClock(time);
}

/** A clock that is frozen at a time. */
export function frozenClock(time: Instant): WorkspaceClock {
  return { offset: 0, frozenAt: time };
}

/** A clock that runs, and that shows `time` when the base clock shows `base`. */
export function runningAt(time: Instant, base: Instant): WorkspaceClock {
  return { offset: Date.parse(time) - Date.parse(base), frozenAt: null };
}

/** A moment that is some milliseconds later. */
export function plus(time: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
