import type { Kysely } from 'kysely';
import type { Instant } from '../model/instant.ts';
import { frozenClock, movedTo, runningAt, type WorkspaceClock } from '../model/workspace-clock.ts';
import type { Change, ChangeWorkspace, ClockReading } from './change-workspace.ts';
import { clockRow } from './clock-row.ts';
import { settleDue } from './settle-due.ts';
import type { Tables } from './tables.ts';

/** The result of a move. `backwards` if the time is earlier than the clock shows. */
export type ClockMove = ({ readonly kind: 'moved' } & ClockReading) | { readonly kind: 'backwards' };

/** The clocks of workspaces, which are named by their public ids. Each resolves to null if there is no such workspace. */
export function createClocks(options: {
  readonly changeWorkspace: ChangeWorkspace;
  /** The base clock. */
  readonly now: () => Instant;
}) {
  const { changeWorkspace, now: baseNow } = options;

  return {
    /** Makes everything happen that is due. */
    settle: async (publicId: string): Promise<void> => {
      await changeWorkspace(publicId, async () => unchanged(null));
    },

    /** What the clock shows. */
    read: (publicId: string): Promise<ClockReading | null> =>
      changeWorkspace(publicId, async (_transaction, _workspaceId, reading) => unchanged(reading)),

    /**
     * Moves the clock to the time that `target` computes from its present time; null for a time in the past. It stays
     * frozen, or runs on.
     */
    advance: (publicId: string, target: (now: Instant) => Instant | null): Promise<ClockMove | null> =>
      changeWorkspace<ClockMove>(publicId, async (transaction, workspaceId, { clock, now }) => {
        const time = target(now);
        if (time === null || time < now) return unchanged({ kind: 'backwards' });
        const moved = movedTo(clock, time, baseNow());
        await setClock(transaction, workspaceId, moved);
        await settleDue(transaction, workspaceId, time);
        return { outcome: { kind: 'moved', clock: moved, now: time }, isChanged: true };
      }),

    /** Stops the clock at its present time. */
    freeze: (publicId: string): Promise<ClockReading | null> =>
      changeWorkspace<ClockReading>(publicId, async (transaction, workspaceId, reading) => {
        if (reading.clock.frozenAt !== null) return unchanged(reading);
        const clock = frozenClock(reading.now);
        await setClock(transaction, workspaceId, clock);
        return { outcome: { clock, now: reading.now }, isChanged: true };
      }),

    /** Starts a frozen clock again, from the time at which it was frozen. */
    run: (publicId: string): Promise<ClockReading | null> =>
      changeWorkspace<ClockReading>(publicId, async (transaction, workspaceId, reading) => {
        if (reading.clock.frozenAt === null) return unchanged(reading);
        const clock = runningAt(reading.now, baseNow());
        await setClock(transaction, workspaceId, clock);
        return { outcome: { clock, now: reading.now }, isChanged: true };
      }),
  };
}

function unchanged<Outcome>(outcome: Outcome): Change<Outcome> {
  return { outcome, isChanged: false };
}

async function setClock(
  transaction: Kysely<Tables>,
  workspaceId: string,
  clock: WorkspaceClock,
): Promise<void> {
  await transaction.updateTable('workspaces').set(clockRow(clock)).where('id', '=', workspaceId).execute();
}
