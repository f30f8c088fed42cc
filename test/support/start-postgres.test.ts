import { expect, test } from 'vitest';
import { startProcess } from './run-cli.ts';

test('A process that has started PostgreSQL ends with its own exit code', async () => {
  const script = `
    import { startPostgres } from './test/support/start-postgres.ts';
    const { stop } = await startPostgres();
    await stop();
    process.exitCode = 3;
  `;
  const { code } = await startProcess(process.execPath, ['--input-type=module', '--eval', script]).ended;
  expect(code).toBe(3);
});
