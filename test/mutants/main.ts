import { Worker } from 'node:worker_threads';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import { startServer } from '../../server/start-server.ts';
import { type Vendor, vendorNames, vendors } from '../../spec/vendors.ts';
import { createSandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';
import { startPostgres } from '../support/start-postgres.ts';
import type { ForeignFinding, ForeignWork } from './foreign-worker.ts';
import { type CheckedMutant, mutationTable } from './mutation-table.ts';
import type { OtherFinding, VendorFinding, VendorWork } from './vendor-worker.ts';

/**
 * Runs all checks of `verify` against the unmutated server on both databases and against the servers of other teams, then
 * against each mutant, and the Prism validation proxy with the same requests. Arguments select APIs, and mutants by parts
 * of their ids.
 */
const words = process.argv.slice(2);
const apis = vendors.filter(({ vendor }) => words.includes(vendor));
const ids = words.filter((word) => vendors.every(({ vendor }) => vendor !== word));
const chosen = mutants.filter(({ id }) => ids.length === 0 || ids.some((word) => id.includes(word)));
if (chosen.length === 0)
  throw new Error(
    `Cannot select mutants: no id contains ${ids.join(' or ')}. Run mutate --list to see the ids.`,
  );
const seeds = 50;
/** With how many of these seeds all operations are verified, and not only the lists. */
const seedsOfAllOperations = 10;
let isClean = true;
if (words.length === 0) {
  const foreign = foreignRuns(seeds);
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
  const { checks, others } = await foreign;
  isClean &&= others.length === 0 && checks > 0;
  process.stdout.write(
    `servers of other teams, ${seeds} seeds: ${checks} checks, ${others.length} with another result\n`,
  );
  for (const other of others) process.stdout.write(`  ${other}\n`);
}

/** The mutants of other operations than the lists. */
const otherFindings: OtherFinding[] = [];
const perVendor = await Promise.all(
  (apis.length === 0 ? vendors : apis).map(({ vendor }) =>
    checkVendor({
      vendor,
      mutants: chosen.filter((mutant) => mutant.vendors.includes(vendor)),
      onChecked: () => process.stderr.write('.'),
    }),
  ),
);
const { text, missed } = mutationTable(perVendor.flat());
process.stdout.write(text);
const missedElsewhere = otherFindings.filter(({ end }) => end === 'missed');
const caughtElsewhere = otherFindings.filter(({ end }) => end === 'caught');
process.stdout.write(
  `other operations: verify ${caughtElsewhere.length} of ${caughtElsewhere.length + missedElsewhere.length}\n`,
);
for (const { id, operationId } of missedElsewhere)
  process.stdout.write(`  ${id} at ${operationId} SURVIVED\n`);
process.exitCode = missed === 0 && missedElsewhere.length === 0 && isClean ? 0 : 1;

/** The results of all runs against the unmutated server. */
interface CleanRuns {
  readonly checks: number;
  readonly requests: number;
  /** Each check that did not pass, with the seed of its run. */
  readonly others: readonly string[];
}

/** Verifies a server with this database once for each seed from 1 on, each time in new workspaces. */
async function cleanRuns(data: string, seeds: number): Promise<CleanRuns> {
  const server = await startServer({ data });
  const others: string[] = [];
  let [checks, requests] = [0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const tenants = await createSandboxTenants({ baseUrl: server.url, vendors: vendorNames });
    const all = seed <= seedsOfAllOperations ? ({ operations: 'all' } as const) : {};
    const run = planRun({ baseUrl: server.url, apis: tenants.targets, ...all, strict: true, seed });
    for await (const { check, status } of run.outcomes()) {
      checks += 1;
      if (status !== 'passed') others.push(`${check.id} ${status}, seed ${seed}`);
    }
    requests += run.requests();
    await tenants.remove();
  }
  await server.close();
  return { checks, requests, others };
}

/** Verifies the servers of other teams in a separate thread, once for each seed from 1 on. Rejects if the thread fails. */
function foreignRuns(seeds: number): Promise<ForeignFinding> {
  const workerData: ForeignWork = { seeds };
  const worker = new Worker(new URL('foreign-worker.ts', import.meta.url), { workerData });
  const others: string[] = [];
  let checks = 0;
  worker.on('message', (found: ForeignFinding) => {
    checks += found.checks;
    others.push(...found.others);
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve({ checks, others });
      else reject(new Error(`The thread that verifies the servers of other teams has ended with ${code}.`));
    });
  });
}

/**
 * Runs `verify` and the Prism validation proxy for these mutants of one API, in a separate thread with its own server.
 * Rejects if the thread fails or leaves out a mutant.
 */
function checkVendor(options: {
  readonly vendor: Vendor;
  readonly mutants: readonly Mutant[];
  readonly onChecked: () => void;
}): Promise<CheckedMutant[]> {
  const { vendor, mutants, onChecked } = options;
  const workerData: VendorWork = { vendor, ids: mutants.map(({ id }) => id) };
  const worker = new Worker(new URL('vendor-worker.ts', import.meta.url), { workerData });
  const checked: CheckedMutant[] = [];
  worker.on('message', (finding: VendorFinding | OtherFinding) => {
    onChecked();
    if ('end' in finding) return void otherFindings.push(finding);
    const { id, ...found } = finding;
    const mutant = mutants.find((known) => known.id === id);
    if (mutant !== undefined) checked.push({ ...found, mutant });
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      if (checked.length === mutants.length) resolve(checked);
      else reject(new Error(`${checked.length} of ${mutants.length} mutants were tried at ${vendor}.`));
    });
  });
}
