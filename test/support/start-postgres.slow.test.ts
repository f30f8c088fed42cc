import pg from 'pg';
import { expect, test } from 'vitest';
import { postgres } from './databases.ts';
import { startProcess } from './run-cli.ts';

test('a process that has started PostgreSQL exits with its own exit code', async () => {
  const script = `
    import { startPostgres } from './test/support/start-postgres.ts';
    const { stop } = await startPostgres();
    await stop();
    process.exitCode = 3;
  `;
  const { code } = await startProcess(process.execPath, ['--input-type=module', '--eval', script]).ended;
  expect(code).toBe(3);
});

test('the PostgreSQL of these tests does not sort by bytes by default', async () => {
  const database = await postgres.create();
  const client = new pg.Client({ connectionString: database.data });
  await client.connect();
  const { rows } = await client.query("select 'a' < 'B' as english, 'a' < 'B' collate \"C\" as bytes");
  await client.end();
  await database.dispose();
  expect(rows).toEqual([{ english: true, bytes: false }]);
});
