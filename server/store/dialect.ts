import { type RawBuilder, sql } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** The type of text columns. Text order is byte order on both databases, in every locale. */
export function textType(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
}
