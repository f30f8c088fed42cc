import { startServer } from '../../server/start-server.ts';
import { type VendorEntry, vendors } from '../../spec/vendors.ts';
import { mutants } from '../../verify/mutants/mutants.ts';
import { startMutatingProxy } from '../../verify/mutants/mutating-proxy.ts';
import { makeSandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';
import type { ApiTarget } from '../../verify/verify-options.ts';
import { startPostgres } from '../start-postgres.ts';
import { type Catch, catchMutant } from './catch-mutant.ts';
import { cleanRuns } from './clean-runs.ts';
import { mutationTable } from './mutation-table.ts';
import { startPrismJudge } from './prism-judge.ts';
import { startRecorder } from './record-requests.ts';

/**
 * Runs the whole of `verify` against the server as it is, on both databases; then against each mutant, and the Prism
 * validation proxy on the same requests. Words narrow it down to the APIs and to the mutants that they name.
 */
const words = process.argv.slice(2);
const apis = vendors.filter(({ vendor }) => words.includes(vendor));
const ids = words.filter((word) => vendors.every(({ vendor }) => vendor !== word));
const chosen = mutants.filter(({ id }) => ids.length === 0 || ids.some((word) => id.includes(word)));
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

const server = await startServer();
const tenants = await makeSandboxTenants({
  baseUrl: server.url,
  vendors: vendors.map(({ vendor }) => vendor),
});
const perVendor = await Promise.all(
  (apis.length === 0 ? vendors : apis).map((entry) => judgeVendor(entry, tenants.targets)),
);
await tenants.remove();
await server.close();

const { text, missed } = mutationTable(perVendor.flat());
process.stdout.write(text);
process.exitCode = missed === 0 && isClean ? 0 : 1;

/** What both make of each mutant at one API, with a proxy and a Prism of its own. */
async function judgeVendor(
  { vendor, document }: VendorEntry,
  targets: readonly ApiTarget[],
): Promise<(Catch & { readonly prism: boolean })[]> {
  const proxy = await startMutatingProxy({ baseUrl: server.url, mutant: null });
  const requests = await recorded(proxy.url, `${vendor}.*`, targets);
  const prism = await startPrismJudge({ document: `spec/${document}`, proxy, requests });
  const found: (Catch & { prism: boolean })[] = [];
  for (const mutant of chosen.filter((known) => known.vendors.includes(vendor))) {
    const [caught] = await catchMutant({ proxy, mutant, targets, concerned: false, vendors: [vendor] });
    if (caught === undefined) throw new Error(`${mutant.id} was not tried at ${vendor}.`);
    found.push({ ...caught, prism: await prism.reports(mutant) });
    process.stderr.write('.');
  }
  await prism.close();
  await proxy.close();
  return found;
}

/** The requests of a run in which nothing is broken. Throws where anything is found in it. */
async function recorded(
  target: string,
  checks: string,
  apis: readonly ApiTarget[],
): Promise<readonly Buffer[]> {
  const recorder = await startRecorder(target);
  const run = planRun({ baseUrl: recorder.url, apis, checks: [checks], strict: true });
  for await (const { check, status } of run.outcomes()) {
    if (status !== 'passed') throw new Error(`${check.id} ${status} although nothing is broken.`);
  }
  await recorder.close();
  return recorder.requests();
}
