import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../server/store/open-store.ts';

/** The id of the n-th of the users with which a file is seeded. */
export function seededUser(number: number): string {
  return `10000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Makes a SQLite file with so many users in the default workspace, each with three wearables. */
export async function seedFile(file: string, users: number): Promise<void> {
  const store = await openStore({ data: file, now: () => new Date().toISOString() });
  await store.close();
  const database = new DatabaseSync(file);
  const numbers = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)';
  const id = "printf('10000000-0000-4000-8000-%012x', i)";
  database.exec('pragma synchronous = off; begin');
  database
    .prepare(`insert into users ${numbers} select 'ws_sandbox', ${id}, '2025-01-01T00:00:00.000Z' from n`)
    .run(users);
  for (const [index, provider] of ['garmin', 'strava', 'polar'].entries()) {
    database
      .prepare(
        `insert into connections ${numbers}
         select workspace_id, ${id}, printf('2000000${index}-0000-4000-8000-%012x', i), ?, provider_name, logo, external_id,
           external_username, granted_scopes, state, cause_type, cause_message, cause_at, resources, label,
           integration_type, config, credential_id, created_by, last_synced_at, created_at, updated_at
         from connections, n where id = '123e4567-e89b-12d3-a456-426614174000' and workspace_id = 'ws_sandbox'`,
      )
      .run(users, provider);
  }
  database.exec('commit');
  database.close();
}
