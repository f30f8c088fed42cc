import { execFile } from 'node:child_process';
import { chmod, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServer } from '../../../server/start-server.ts';
import { sqliteFile, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { type RunningProcess, startCli } from '../../support/run-cli.ts';
import { keyHeaders, keys, listPath } from '../../support/vendor-calls.ts';

const many = '00000000-0000-4000-8000-000000000008';
let database: TestDatabase;
const started: RunningProcess[] = [];
beforeEach(async () => {
  database = await sqliteFile.create();
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
  await database.dispose();
});

async function serveFile(): Promise<RunningProcess & { url: string }> {
  const running = startCli(['serve', '--port', '0', '--data', database.data]);
  started.push(running);
  const [, url = ''] = await running.until(/listening on (\S+)/);
  return { ...running, url };
}

const isReady = async (url: string) => (await ask(url, { path: '/readyz' })).status;
const create = async (url: string) => (await post(url, '/sandbox/workspaces', { name: 'new' })).status;
const listMany = (url: string) =>
  ask(url, { path: `${listPath('mielto', many)}?limit=1000`, headers: keyHeaders.mielto(keys.mielto.first) });

describe('a data file that loses its name while it is in use', () => {
  test.each<[string, RegExp, () => Promise<unknown>]>([
    ['deleted', /connections\.sqlite was deleted or moved/, () => rm(database.data)],
    [
      'moved',
      /connections\.sqlite was deleted or moved/,
      () => rename(database.data, `${database.data}.old`),
    ],
    ['replaced', /connections\.sqlite was replaced/, () => replace(database.data)],
    ['its log deleted', /connections\.sqlite-wal was deleted/, () => rm(`${database.data}-wal`)],
  ])('%s: /readyz and each write answer 503, and the log says why', async (_, reason, change) => {
    const { url, until } = await serveFile();
    expect([await isReady(url), await create(url)]).toEqual([200, 201]);
    await change();
    expect(await isReady(url)).toBe(503);
    await until(/"msg":"the database does not answer"/);
    await until(reason);
    expect(await create(url)).toBe(503);
    const removed = await ask(url, { method: 'DELETE', path: '/sandbox/workspaces/ws_second' });
    expect(removed.status).toBe(503);
    expect((await ask(url, { method: 'POST', path: '/sandbox/reset' })).status).toBe(503);
    expect((await listMany(url)).status).toBe(200);
  });

  test('is used again when it is put back', async () => {
    const { url } = await serveFile();
    await rename(database.data, `${database.data}.old`);
    expect([await isReady(url), await create(url)]).toEqual([503, 503]);
    await rename(`${database.data}.old`, database.data);
    expect([await isReady(url), await create(url)]).toEqual([200, 201]);
  });
});

test('/readyz answers 503 as soon as a read has found a damaged page', async () => {
  const first = await startServer({ data: database.data });
  // So that the file contains the connections of the scenario.
  const created = await post(first.url, `/sandbox/workspaces/ws_sandbox/users/${many}/connections`, {
    provider: 'slack',
  });
  expect(created.status).toBe(201);
  await first.close();
  await damagePages(database.data);
  const { url, until } = await serveFile();
  expect((await listMany(url)).status).toBe(500);
  expect(await isReady(url)).toBe(503);
  await until(/"msg":"the database does not answer"/);
  await until(/malformed/);
});

describe('a data file that is read-only', () => {
  test('is refused at the start', async () => {
    const first = await startServer({ data: database.data });
    await first.close();
    await expect(startServer({ data: `file:${database.data}?mode=ro` })).rejects.toThrow(
      /^Cannot open the data file .+: attempt to write a readonly database\. .+$/,
    );
    const undo = await makeReadOnly(database.data);
    if (undo === null) return;
    await expect(startServer({ data: database.data })).rejects.toThrow(/^Cannot open the data file .+$/);
    await undo();
  });

  test('is reported by /readyz if it becomes so while in use', async (context) => {
    const { url, until } = await serveFile();
    const undo = await makeReadOnly(database.data);
    if (undo === null) return context.skip('root may write any file, and this file system has no chattr');
    expect(await isReady(url)).toBe(503);
    await until(/EACCES|EPERM/);
    await undo();
    expect(await isReady(url)).toBe(200);
  });
});

test.each(['', 'file::memory:', 'file:?cache=private'])(
  'data without a file name is refused: %o',
  async (data) => {
    await expect(startServer({ data })).rejects.toThrow(/^Cannot open the data file .*: the path is empty/);
  },
);

async function replace(file: string): Promise<void> {
  await copyFile(file, `${file}.copy`);
  await rename(`${file}.copy`, file);
}

/** Overwrites the last half of the file. The first pages, with the schema, stay. */
async function damagePages(file: string): Promise<void> {
  const { size } = await stat(file);
  const half = Math.floor(size / 2);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(size - half, 0xa5), 0, size - half, half);
  await handle.close();
}

/** Resolves to a function that undoes it; null if this user cannot do it. Root may write a file of any mode. */
async function makeReadOnly(file: string): Promise<(() => Promise<unknown>) | null> {
  if (process.getuid?.() !== 0) {
    await chmod(file, 0o444);
    return () => chmod(file, 0o644);
  }
  const chattr = promisify(execFile);
  try {
    await chattr('chattr', ['+i', file]);
    return () => chattr('chattr', ['-i', file]);
  } catch {
    return null;
  }
}
