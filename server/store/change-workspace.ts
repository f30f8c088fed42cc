import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What a change came to, and whether anything is different afterwards. */
export interface Change<Outcome> {
  readonly outcome: Outcome;
  readonly isChanged: boolean;
}

/** Changes what a workspace owns; resolves to null if there is no such workspace. */
export type ChangeWorkspace = <Outcome>(
  workspaceId: string,
  change: (transaction: Kysely<Tables>) => Promise<Change<Outcome>>,
) => Promise<Outcome | null>;

/**
 * Makes the one way in which what a workspace owns is changed. The workspace is locked first, so changes of one
 * workspace take turns and lock in one order, and its version is raised in the same transaction if anything changed.
 */
export function createChangeWorkspace(options: {
  readonly db: Kysely<Tables>;
  /** False if a transaction is alone on the whole database anyhow. */
  readonly lockRows: boolean;
}): ChangeWorkspace {
  const { db, lockRows } = options;
  return (workspaceId, change) =>
    db.transaction().execute(async (transaction) => {
      const query = transaction.selectFrom('workspaces').select('id').where('id', '=', workspaceId);
      const found = await (lockRows ? query.forNoKeyUpdate() : query).executeTakeFirst();
      if (found === undefined) return null;
      const { outcome, isChanged } = await change(transaction);
      if (isChanged) {
        await transaction
          .updateTable('workspaces')
          .set((workspace) => ({ version: workspace('version', '+', 1) }))
          .where('id', '=', workspaceId)
          .execute();
      }
      return outcome;
    });
}
