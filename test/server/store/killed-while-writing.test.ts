import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import { sqliteFile } from '../../support/databases.ts';
import { rounds } from '../../support/repetitions.ts';
import { startProcess } from './run-process.ts';
import { now, sandbox } from './use-store.ts';

test.each(rounds())(
  'a process that is killed while writing leaves an intact file with every acknowledged user, round %i',
  async () => {
    const database = await sqliteFile.create();
    const writer = startProcess('create-users-forever.ts', database.data);
    let written = '';
    writer.stdout.on('data', (chunk: string) => {
      written += chunk;
      if (written.length > 5000) writer.kill('SIGKILL');
    });
    const [, signal] = await once(writer, 'close');
    expect(signal).toBe('SIGKILL');

    const store = await openStore({ data: database.data, now });
    const acknowledged = written.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(100);
    for (const id of acknowledged) expect(await store.users.find(sandbox, id)).not.toBeNull();
    await store.close();

    const file = new DatabaseSync(database.data, { readOnly: true });
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(file.prepare('pragma foreign_key_check').all()).toEqual([]);
    file.close();
    await database.dispose();
  },
);
