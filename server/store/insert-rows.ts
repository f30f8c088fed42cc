import type { CompiledQuery, Insertable, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Inserts rows that all have the same columns, in any number. */
export type InsertRows = <Table extends keyof Tables>(
  transaction: Kysely<Tables>,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
) => Promise<void>;

/** Both databases bound the parameters of one statement; a connection has 22. */
const rowsAtOnce = 100;

/** Makes the function that inserts rows. Building a statement takes longer than running it, so each is built once. */
export function createInsertRows(db: Kysely<Tables>): InsertRows {
  const statements = new Map<string, CompiledQuery>();

  return async function insertRows(transaction, table, rows) {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const batch = rows.slice(start, start + rowsAtOnce);
      const columns = Object.keys(batch[0] ?? {}) as (keyof (typeof batch)[number])[];
      const name = `${table} ${columns} ${batch.length}`;
      const statement = statements.get(name) ?? db.insertInto(table).values(batch).compile();
      statements.set(name, statement);
      const parameters = batch.flatMap((row) => columns.map((column) => row[column]));
      await transaction.executeQuery({ ...statement, parameters });
    }
  };
}
