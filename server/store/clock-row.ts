import type { WorkspaceClock } from '../model/workspace-clock.ts';
import type { Tables } from './tables.ts';

/** The columns of a workspace that are its clock. */
type ClockRow = Pick<Tables['workspaces'], 'clock_offset' | 'clock_frozen_at'>;

/** The columns of a workspace that say what time it is there, and when something is due. */
export type TimeRow = ClockRow & Pick<Tables['workspaces'], 'next_due_at'>;

export const timeColumns = [
  'clock_offset',
  'clock_frozen_at',
  'next_due_at',
] as const satisfies (keyof TimeRow)[];

/** Reads a clock. */
export function fromClockRow({ clock_offset, clock_frozen_at }: ClockRow): WorkspaceClock {
  return { offset: Number(clock_offset), frozenAt: clock_frozen_at };
}

/** The columns of a clock. */
export function clockRow({ offset, frozenAt }: WorkspaceClock): ClockRow {
  return { clock_offset: offset, clock_frozen_at: frozenAt };
}
