import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';
import type { Transact } from './transactions.ts';

/** The most rows that one transaction deletes, so that no request waits long for it. */
const rowsAtOnce = 500;
const pauseMilliseconds = 5;

/** The task that deletes the rows of retired workspaces in the background. */
export interface DeleteRetired {
  /** Deletes the rows of all workspaces that are retired by then, after the delay. */
  schedule(): void;
  /** Ends the task. The next process that opens the store continues it. */
  stop(): Promise<void>;
}

/**
 * Makes the task that deletes the rows of retired workspaces in small transactions. It waits for `delayMilliseconds`, in
 * which requests that were admitted before can still read the rows. A failure is reported and tried again at the next
 * schedule.
 */
export function createDeleteRetired(options: {
  readonly db: Kysely<Tables>;
  readonly transact: Transact;
  readonly delayMilliseconds: number;
  /** True if several processes can delete at the same time. */
  readonly lockRows: boolean;
  readonly onError: (error: unknown) => void;
}): DeleteRetired {
  const { db, transact, delayMilliseconds, lockRows, onError } = options;
  const ending = new AbortController();
  const pause = (milliseconds: number) =>
    setTimeout(milliseconds, undefined, { ref: false, signal: ending.signal });
  let isRunning = false;
  let isAsked = false;
  let current: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    isRunning = true;
    try {
      do {
        isAsked = false;
        await pause(delayMilliseconds);
        const before = new Date(Date.now() - delayMilliseconds).toISOString();
        while (await transact((transaction) => deleteSome(transaction, before, lockRows)))
          await pause(pauseMilliseconds);
      } while ((await anyRetired(db)) || isAsked);
    } catch (error) {
      if (!ending.signal.aborted) onError(error);
    } finally {
      isRunning = false;
    }
  }

  return {
    schedule() {
      isAsked = true;
      if (!isRunning && !ending.signal.aborted) current = run();
    },
    async stop() {
      ending.abort();
      await current;
    },
  };
}

/** The tables that can have many rows of a workspace, each with the rest of its key. */
const owned = [
  ['connections', 'id'],
  ['users', 'id'],
  ['deleted_users', 'id'],
  ['links', 'hash'],
] as const;

async function anyRetired(db: Kysely<Tables>): Promise<boolean> {
  const query = db.selectFrom('workspaces').select('id').where('retired_at', 'is not', null).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Deletes rows of one workspace that was retired before this moment; false if there is none. */
async function deleteSome(transaction: Kysely<Tables>, before: string, lockRows: boolean): Promise<boolean> {
  const query = transaction
    .selectFrom('workspaces')
    .select('id')
    .where('retired_at', '<=', before)
    .orderBy('retired_at')
    .limit(1);
  const retired = await (lockRows ? query.forUpdate().skipLocked() : query).executeTakeFirst();
  if (retired === undefined) return false;
  let rest = rowsAtOnce;
  for (const [table, key] of owned) {
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .where('workspace_id', '=', retired.id)
      .where(
        sql.ref(key),
        'in',
        transaction
          .selectFrom(table)
          .select(sql.ref<string>(key).as('name'))
          .where('workspace_id', '=', retired.id)
          .limit(rest),
      )
      .executeTakeFirst();
    rest -= Number(numDeletedRows);
    if (rest === 0) return true;
  }
  await transaction.deleteFrom('workspaces').where('id', '=', retired.id).execute();
  return true;
}
