/**
 * Prints "ready" and waits for the end of standard input. Then it opens the store that its argument names, prints how
 * many connections a scenario user has and how many workspaces exist, and closes the store.
 */
import { once } from 'node:events';
import { openStore } from '../../../../server/store/open-store.ts';

const [, , data = ''] = process.argv;
process.stdout.write('ready\n');
await once(process.stdin.resume(), 'end');
const store = await openStore({ data, now: () => new Date().toISOString() });
const list = await store.listConnections(
  { vendor: 'mielto', newestBy: 'created_at' },
  {
    workspaceId: 'ws_sandbox',
    userId: '00000000-0000-4000-8000-000000000008',
    integrationType: null,
    skip: 0,
    limit: 1,
  },
);
const workspaces = await store.workspaces.list({ after: '', limit: 100 });
process.stdout.write(`${list?.total} connections, ${workspaces.length} workspaces\n`);
await store.close();
