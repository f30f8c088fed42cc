import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../../server/store/open-store.ts';
import { pageUser } from './list-request.ts';

/** The id of the n-th user of a seeded file. */
export function seededUser(number: number): string {
  return `10000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Creates a SQLite file with many users in the default workspace, each with the wearables of the page's user. */
export async function seedFile(file: string, users: number): Promise<void> {
  const store = await openStore({ data: file, now: () => new Date().toISOString() });
  // Gives the workspace its own rows of this user.
  const address = { workspaceId: 'ws_sandbox', userId: pageUser };
  await store.connections.remove({ ...address, connectionId: randomUUID() });
  await store.close();
  const database = new DatabaseSync(file);
  const numbers = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)';
  const user = "printf('10000000-0000-4000-8000-%012x', i)";
  database.exec('pragma synchronous = off; begin');
  database
    .prepare(
      `insert into users (workspace_id, id, created_at) ${numbers} select 'ws_sandbox', ${user}, '2025-01-01T00:00:00.000Z' from n`,
    )
    .run(users);
  database
    .prepare(
      `insert into connections ${numbers}
       select workspace_id, ${user}, printf('%s-0000-4000-8000-%012x', substr(id, 1, 8), i), provider, provider_name,
         logo, external_id, external_username, granted_scopes, state, cause_type, cause_message, cause_at, resources,
         label, integration_type, config, credential_id, created_by, last_synced_at, created_at, updated_at
       from n cross join connections
       where workspace_id = 'ws_sandbox' and user_id = ? and integration_type is null`,
    )
    .run(users, pageUser);
  // Every change of a workspace's data increases its version.
  database.exec("update workspaces set version = version + 1 where id = 'ws_sandbox'; commit");
  database.close();
}
