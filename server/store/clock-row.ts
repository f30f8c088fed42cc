import type { WorkspaceClock } from '../model/workspace-clock.ts';
import type { Tables } from './tables.ts';

/** The columns of a workspace that are its clock. */
export type ClockRow = Pick<Tables['workspaces'], 'clock_offset' | 'clock_frozen_at'>;

export const clockColumns = ['clock_offset', 'clock_frozen_at'] as const satisfies (keyof ClockRow)[];

/** Reads a clock. */
export function fromClockRow({ clock_offset, clock_frozen_at }: ClockRow): WorkspaceClock {
  return { offset: Number(clock_offset), frozenAt: clock_frozen_at };
}

/** The columns of a clock. */
export function clockRow({ offset, frozenAt }: WorkspaceClock): ClockRow {
  return { clock_offset: offset, clock_frozen_at: frozenAt };
}
