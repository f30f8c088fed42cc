import type { Kysely, UpdateResult } from 'kysely';
import { prepareQuery } from './prepared-query.ts';
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
  const find = prepareQuery<{ id: string }, { id: string }>((parameter) => {
    const query = db.selectFrom('workspaces').select('id').where('id', '=', parameter('id'));
    return lockRows ? query.forNoKeyUpdate() : query;
  });
  const raiseVersion = prepareQuery<{ id: string }, UpdateResult>((parameter) =>
    db
      .updateTable('workspaces')
      .set((workspace) => ({ version: workspace('version', '+', 1) }))
      .where('id', '=', parameter('id')),
  );

  return (id, change) =>
    db.transaction().execute(async (transaction) => {
      const { rows } = await transaction.executeQuery(find({ id }));
      if (rows.length === 0) return null;
      const { outcome, isChanged } = await change(transaction);
      if (isChanged) await transaction.executeQuery(raiseVersion({ id }));
      return outcome;
    });
}
