import { mutants } from '../../mutants/catalogue/mutants.ts';
import { vendors } from '../../spec/vendors.ts';
import { startPostgres } from '../support/start-postgres.ts';
import { cleanRuns } from './clean-runs.ts';
import { judgeVendor } from './judge-vendor.ts';
import { mutationTable } from './mutation-table.ts';

/**
 * Runs the whole of `verify` against the server as it is, on both databases; then against each mutant, and the Prism
 * validation proxy on the same requests. Words narrow it down to the APIs and to the mutants that they name.
 */
const words = process.argv.slice(2);
const apis = vendors.filter(({ vendor }) => words.includes(vendor));
const ids = words.filter((word) => vendors.every(({ vendor }) => vendor !== word));
const chosen = mutants.filter(({ id }) => ids.length === 0 || ids.some((word) => id.includes(word)));
if (chosen.length === 0) throw new Error(`No mutant is named like ${ids.join(' or ')}. See: mutate --list`);
const seeds = 50;
let isClean = true;
if (words.length === 0) {
  const postgres = await startPostgres();
  for (const [name, data] of [
    ['SQLite', ':memory:'],
    ['PostgreSQL', postgres.url],
  ] as const) {
    const { checks, requests, others } = await cleanRuns(data, seeds);
    isClean &&= others.length === 0 && checks > 0;
    process.stdout.write(
      `unmutated on ${name}, ${seeds} seeds: ${checks} checks, ${requests} requests, ${others.length} did not pass\n`,
    );
    for (const other of others) process.stdout.write(`  ${other}\n`);
  }
  await postgres.stop();
}

const perVendor = await Promise.all(
  (apis.length === 0 ? vendors : apis).map(({ vendor }) =>
    judgeVendor({
      vendor,
      mutants: chosen.filter((mutant) => mutant.vendors.includes(vendor)),
      onJudged: () => process.stderr.write('.'),
    }),
  ),
);
const { text, missed } = mutationTable(perVendor.flat());
process.stdout.write(text);
process.exitCode = missed === 0 && isClean ? 0 : 1;
