import type { InsertResult } from 'kysely';

/** PostgreSQL's and SQLite's codes for a row whose owner does not exist. */
const foreignKeyCodes = new Set<unknown>(['23503', 787]);

/** Runs an insertion that does nothing on a conflict, and says what became of it; `missing` stands for no owner. */
export async function insertedUnderOwner<Missing extends string>(
  insertion: { executeTakeFirst(): Promise<InsertResult> },
  missing: Missing,
): Promise<'created' | 'exists' | Missing> {
  try {
    const { numInsertedOrUpdatedRows = 0n } = await insertion.executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n ? 'created' : 'exists';
  } catch (error) {
    const { code, errcode } = error as { code?: unknown; errcode?: unknown };
    if (foreignKeyCodes.has(code) || foreignKeyCodes.has(errcode)) return missing;
    throw error;
  }
}
