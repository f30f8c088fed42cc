import { expect, test } from 'vitest';
import { lastingDatabases, memory, type TestDatabase } from '../support/databases.ts';
import { soakReport } from './results/soak-report.ts';
import { exitCodeOf, problemsOf, type SoakResult } from './results/soak-result.ts';
import { runSoak } from './run-soak.ts';
import type { DatabaseName } from './servers/soaked-database.ts';

function soak(database: DatabaseName, { data }: TestDatabase): Promise<SoakResult> {
  const { signal } = new AbortController();
  return runSoak({ database, data, seconds: 6, seed: 1, clients: 4, settleMilliseconds: 2_000, signal });
}

test.each(lastingDatabases)('killed servers on $name lose nothing and show nothing wrong', async (kind) => {
  const database = await kind.create();
  const result = await soak(kind.name === 'PostgreSQL' ? 'postgresql' : 'file', database);
  expect(problemsOf(result), soakReport(result)).toEqual([]);
  await database.dispose();
});

test('a database that is lost with its process fails the run', async () => {
  const result = await soak('file', await memory.create());
  expect(result.counts.lost).not.toEqual([]);
  expect(soakReport(result)).toMatch(/^FAILED: \d+ acknowledged changes are lost$/m);
  expect(exitCodeOf([result])).toBe(1);
});
