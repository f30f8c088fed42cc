/** Creates users until it is stopped. Prints the id of each user after the store has saved it. */
import { randomUUID } from 'node:crypto';
import { openStore } from '../../../../server/store/open-store.ts';

const [, , data = ''] = process.argv;
const now = () => new Date().toISOString();
const store = await openStore({ data, now });
for (;;) {
  const id = randomUUID();
  await store.users.create('ws_sandbox', { id, createdAt: now() });
  process.stdout.write(`${id}\n`);
}
