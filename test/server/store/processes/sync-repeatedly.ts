/** Syncs one connection `times` times with a frozen clock. Prints the `updatedAt` of each change as a JSON array. */
import { openStore } from '../../../../server/store/open-store.ts';

const [, , data = '', userId = '', connectionId = '', times = '0', moment = ''] = process.argv;
const store = await openStore({ data, now: () => moment });
const address = { workspaceId: 'ws_sandbox', userId, connectionId };
const seen: string[] = [];
for (let turn = 0; turn < Number(times); turn += 1) {
  const outcome = await store.connections.transition(address, { type: 'sync' }, moment);
  if (outcome?.kind === 'changed') seen.push(outcome.connection.updatedAt);
}
process.stdout.write(JSON.stringify(seen));
await store.close();
