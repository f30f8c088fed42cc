import type { Kysely, UpdateResult } from 'kysely';
import type { Instant } from '../model/instant.ts';
import { timeOn, type WorkspaceClock } from '../model/workspace-clock.ts';
import { fromClockRow, type TimeRow, timeColumns } from './clock-row.ts';
import { prepareQuery } from './prepared-query.ts';
import { settleDue } from './settle-due.ts';
import type { Tables } from './tables.ts';
import type { Transact } from './transactions.ts';

/** The outcome of a change, and whether it changed anything. */
export interface Change<Outcome> {
  readonly outcome: Outcome;
  readonly isChanged: boolean;
}

/** The clock of a workspace, and what it shows. */
export interface ClockReading {
  readonly clock: WorkspaceClock;
  readonly now: Instant;
}

/** Changes what a workspace owns; resolves to null if there is no such workspace. `workspaceId` is its id in the rows. */
export type ChangeWorkspace = <Outcome>(
  publicId: string,
  change: (
    transaction: Kysely<Tables>,
    workspaceId: string,
    reading: ClockReading,
  ) => Promise<Change<Outcome>>,
) => Promise<Outcome | null>;

/**
 * Makes the only function that changes what a workspace owns. It locks the workspace first, so changes of one workspace
 * take turns and lock in the same order. What is due happens before the change. It raises the version in the same
 * transaction if anything changed.
 */
export function createChangeWorkspace(options: {
  readonly db: Kysely<Tables>;
  readonly transact: Transact;
  /** False if a transaction already has the whole database to itself. */
  readonly lockRows: boolean;
  /** The base clock. */
  readonly now: () => Instant;
}): ChangeWorkspace {
  const { db, transact, lockRows, now } = options;
  const find = prepareQuery<{ publicId: string }, { id: string } & TimeRow>((parameter) => {
    const query = db
      .selectFrom('workspaces')
      .select(['id', ...timeColumns])
      .where('public_id', '=', parameter('publicId'))
      .where('retired_at', 'is', null);
    return lockRows ? query.forNoKeyUpdate() : query;
  });
  const raiseVersion = prepareQuery<{ id: string }, UpdateResult>((parameter) =>
    db
      .updateTable('workspaces')
      .set((workspace) => ({ version: workspace('version', '+', 1) }))
      .where('id', '=', parameter('id')),
  );

  return (publicId, change) =>
    transact(async (transaction) => {
      const [workspace] = (await transaction.executeQuery(find({ publicId }))).rows;
      if (workspace === undefined) return null;
      const clock = fromClockRow(workspace);
      const reading = { clock, now: timeOn(clock, now()) };
      const isDue = workspace.next_due_at !== null && workspace.next_due_at <= reading.now;
      if (isDue) await settleDue(transaction, workspace.id, reading.now);
      const { outcome, isChanged } = await change(transaction, workspace.id, reading);
      if (isChanged || isDue) await transaction.executeQuery(raiseVersion(workspace));
      return outcome;
    });
}
