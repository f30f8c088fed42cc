import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { stopSignal } from '../../cli/kit/stop-signal.ts';
import { startPostgres } from '../support/start-postgres.ts';
import { rulesText, soakReport } from './results/soak-report.ts';
import { exitCodeOf, type SoakResult } from './results/soak-result.ts';
import { runSoak } from './run-soak.ts';
import type { DatabaseName } from './servers/soaked-database.ts';

/**
 * `npm run soak`: runs real server processes for some minutes on each database under load and faults. The exit code is 1
 * if a change is lost, an answer is wrong, a request fails without a cause, or memory grows; 130 after Ctrl-C.
 */
const databases: readonly DatabaseName[] = ['file', 'postgresql'];
const { minutes, database, seed } = new Command('soak')
  .description('Runs servers under load and faults, and compares what they show with what they acknowledged.')
  .option('--minutes <number>', 'duration on each database', positive, 10)
  .addOption(new Option('--database <name>', 'use only this one').choices(databases))
  .option('--seed <number>', 'seed of the random choices', positive, Math.ceil(Math.random() * 1_000_000))
  .parse()
  .opts<{ minutes: number; database?: DatabaseName; seed: number }>();

const results: SoakResult[] = [];
const interruption = new AbortController();
void stopSignal().then(() => interruption.abort(new Error('The soak was interrupted.')));
process.stdout.write(`${rulesText}\n\n`);
try {
  for (const name of database === undefined ? databases : [database]) {
    const result = await soak(name);
    process.stdout.write(`${soakReport(result)}\n`);
    results.push(result);
  }
  process.exitCode = exitCodeOf(results);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.stderr.write('The soak was interrupted. Nothing was checked at the end.\n');
  process.exitCode = 130;
}

async function soak(name: DatabaseName) {
  await using cleanup = new AsyncDisposableStack();
  const { signal } = interruption;
  const run = {
    database: name,
    seconds: minutes * 60,
    seed,
    clients: 8,
    settleMilliseconds: 10_000,
    signal,
    onStart: () => process.stdout.write(`${name}: ${minutes} minutes from now, seed ${seed}\n`),
  };
  if (name === 'file') {
    const folder = await mkdtemp(join(tmpdir(), 'connections-soak-'));
    cleanup.defer(() => rm(folder, { recursive: true, force: true }));
    return await runSoak({ ...run, data: join(folder, 'soak.sqlite') });
  }
  const postgres = await startPostgres();
  cleanup.defer(postgres.stop);
  return await runSoak({ ...run, data: postgres.url });
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a positive number.');
}
