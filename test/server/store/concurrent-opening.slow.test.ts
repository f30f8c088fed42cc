import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import { lastingDatabases, sqliteFile } from '../../support/databases.ts';
import { rounds } from '../../support/repetitions.ts';
import type { SameTimeOpening } from './processes/open-at-same-time.ts';
import { runProcess, startProcess } from './run-process.ts';
import { aConnection, newUser, now, startOfTest } from './use-store.ts';

describe.each(lastingDatabases)('concurrent processes on one database, $name', (kind) => {
  test.each([2, 4])(
    '%i processes that open an empty database at the same time seed it once',
    async (processes) => {
      const database = await kind.create();
      const seen = await openAtSameTime(processes, database.data);
      expect(seen).toEqual(Array.from({ length: processes }, () => '1200 connections, 3 workspaces'));
      await database.dispose();
    },
  );

  test('concurrent changes of one connection are applied one after another', async () => {
    const database = await kind.create();
    const store = await openStore({ data: database.data, now });
    const connection = aConnection({ userId: await newUser(store) });
    await store.connections.create('ws_sandbox', connection);
    const args = [database.data, connection.userId, connection.id, '50', startOfTest];

    const seen = await Promise.all([
      runProcess('sync-repeatedly.ts', ...args),
      runProcess('sync-repeatedly.ts', ...args),
    ]);

    const want = Array.from({ length: 100 }, (_, index) =>
      new Date(Date.parse(startOfTest) + index + 1).toISOString(),
    );
    expect(seen.flat().toSorted()).toEqual(want);
    await store.close();
    await database.dispose();
  });
});

test('several threads can open an empty file at the same time', async () => {
  const threads = 2;
  const databases = await Promise.all(
    rounds().flatMap(() => Array.from({ length: 8 }, () => sqliteFile.create())),
  );
  const workerData: SameTimeOpening = {
    files: databases.map(({ data }) => data),
    threads,
    arrivals: new SharedArrayBuffer(4 * databases.length),
  };
  const script = new URL('processes/open-at-same-time.ts', import.meta.url);
  const exits = Array.from({ length: threads }, () => once(new Worker(script, { workerData }), 'exit'));
  await Promise.all(exits);
  await Promise.all(databases.map(({ dispose }) => dispose()));
});

describe.each(lastingDatabases)('a reopened database, $name', (kind) => {
  test('contains what was written, and is not seeded again', async () => {
    const database = await kind.create();
    const store = await openStore({ data: database.data, now });
    const connection = aConnection({ userId: await newUser(store) });
    await store.connections.create('ws_sandbox', connection);
    await store.workspaces.remove('ws_second');
    await store.workspaces.remove('ws_with_editions');
    await store.close();

    const reopened = await openStore({ data: database.data, now: () => '2026-01-01T00:00:00.000Z' });
    const workspaces = await reopened.workspaces.list({ after: '', limit: 10 });
    expect(workspaces).toMatchObject([{ id: 'ws_sandbox', createdAt: startOfTest }]);
    expect(
      await reopened.connections.list('ws_sandbox', connection.userId, { after: '', limit: 10 }),
    ).toEqual([connection]);
    await reopened.close();
    await database.dispose();
  });
});

/** Starts processes that open the database at the same time. Returns the last line of each process's output. */
async function openAtSameTime(processes: number, data: string): Promise<string[]> {
  const all = Array.from({ length: processes }, () => {
    const child = startProcess('open-store.ts', data);
    const lines: string[] = [];
    const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
    return { child, lines, isReady: once(output, 'line'), isOver: once(child, 'close') };
  });
  await Promise.all(all.map(({ isReady }) => isReady));
  for (const { child } of all) child.stdin.end();
  await Promise.all(all.map(({ isOver }) => isOver));
  return all.map(({ lines }) => lines.at(-1) ?? '');
}
