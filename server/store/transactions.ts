import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Tables } from './tables.ts';

/** Runs `work` in one transaction and resolves to its result. Undoes everything if `work` rejects. */
export type Transact = <Result>(work: (transaction: Kysely<Tables>) => Promise<Result>) => Promise<Result>;

const attempts = 5;
const longestPauseMilliseconds = 40;

/** The keys of the advisory locks. The numbers have no meaning. */
const lockKey = sql.lit(4010);
const turnKey = sql.lit(4011);

/**
 * Makes the kinds of transactions. Those of `transact` run at the same time as others. Those of `transactInTurn` run one
 * after the other, beside those of `transact`. One of `transactAlone` waits until no other runs, and all others wait for
 * it. SQLite runs every transaction alone. On PostgreSQL a transaction
 * that the database refuses because of others is run again a few times, so `work` must have no other effects.
 */
export function createTransactions(options: { readonly db: Kysely<Tables>; readonly dialect: Dialect }): {
  readonly transact: Transact;
  readonly transactInTurn: Transact;
  readonly transactAlone: Transact;
} {
  const { db, dialect } = options;
  if (dialect === 'sqlite') {
    const transact: Transact = (work) => db.transaction().execute(work);
    return { transact, transactInTurn: transact, transactAlone: transact };
  }
  // Every transaction takes this lock first. A separate statement, so that the next one sees what others changed.
  const shared = sql`select pg_advisory_xact_lock_shared(${lockKey})`.compile(db);
  const exclusive = sql`select pg_advisory_xact_lock(${lockKey})`.compile(db);
  const turn = sql`select pg_advisory_xact_lock(${turnKey})`.compile(db);
  const lockedBy =
    (...locks: (typeof shared)[]): Transact =>
    (work) =>
      retryConflicts(() =>
        db.transaction().execute(async (transaction) => {
          for (const lock of locks) await transaction.executeQuery(lock);
          return work(transaction);
        }),
      );
  return {
    transact: lockedBy(shared),
    transactInTurn: lockedBy(shared, turn),
    transactAlone: lockedBy(exclusive),
  };
}

async function retryConflicts<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error;
    }
    await pause(Math.random() * attempt * longestPauseMilliseconds);
  }
}

/**
 * Whether PostgreSQL rolled the transaction back because of other transactions. Of class 40, only 40003 leaves open
 * whether it was carried out.
 */
function isConflict(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^40(?!003)[0-9A-Z]{3}$/.test(error.code)
  );
}
