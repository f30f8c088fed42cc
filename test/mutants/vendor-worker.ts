import { parentPort, workerData } from 'node:worker_threads';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { startServer } from '../../server/start-server.ts';
import { type Vendor, vendors } from '../../spec/vendors.ts';
import { createSandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { planRun } from '../../verify/verify.ts';
import { type Catch, catchMutant } from './catch-mutant.ts';
import { endOf, otherPairs, type PairEnd } from './other-operations.ts';
import { startPrismValidation } from './prism-validation.ts';
import { startRecorder } from './record-requests.ts';

/** The input of the thread: an API, and the ids of the mutants to try. */
export interface VendorWork {
  readonly vendor: Vendor;
  readonly ids: readonly string[];
}

/** The message of the thread for each mutant of the list, sent when both tools have checked it. */
export interface VendorFinding extends Omit<Catch, 'mutant'> {
  readonly id: string;
  readonly prism: boolean;
}

/** The message of the thread for each mutant of another operation, which only `verify` checks. */
export interface OtherFinding {
  readonly id: string;
  readonly operationId: string;
  readonly end: PairEnd;
}

const { vendor, ids }: VendorWork = workerData;
const server = await startServer();
const { targets, remove } = await createSandboxTenants({
  baseUrl: server.url,
  vendors: vendors.map((entry) => entry.vendor),
});
// A mutant may keep state, so each of the two tools has its own.
const [proxy, prismProxy] = await Promise.all([
  startMutatingProxy({ baseUrl: server.url, mutant: null }),
  startMutatingProxy({ baseUrl: server.url, mutant: null }),
]);
const prism = await startPrismValidation({
  document: `spec/${vendor}.yaml`,
  proxy: prismProxy,
  requests: await recorded(proxy.url, targets),
});
for (const mutant of mutants.filter(({ id }) => ids.includes(id))) {
  const [caught, isReported] = await Promise.all([
    catchMutant({ proxy, vendor, targets, mutant, onlyNamedChecks: false }),
    prism.reports(mutant),
  ]);
  const { mutant: _, ...rest } = caught;
  parentPort?.postMessage({ ...rest, id: mutant.id, prism: isReported } satisfies VendorFinding);
}
const target = targets.find((known) => known.vendor === vendor);
if (target === undefined) throw new Error(`There is no target of ${vendor}.`);
for (const pair of otherPairs(target).filter(({ mutant }) => ids.includes(mutant.id))) {
  const end = await endOf(pair, { proxy, target });
  parentPort?.postMessage({
    id: pair.mutant.id,
    operationId: pair.operationId,
    end,
  } satisfies OtherFinding);
}
await prism.close();
await prismProxy.close();
await proxy.close();
await remove();
await server.close();

/** The requests of a run against the unmutated server. Throws if a check does not pass. */
async function recorded(target: string, apis: readonly ApiTarget[]): Promise<readonly Buffer[]> {
  const recorder = await startRecorder(target);
  const run = planRun({ baseUrl: recorder.url, apis, checks: [`${vendor}.*`], strict: true });
  for await (const { check, status } of run.outcomes()) {
    if (status !== 'passed') throw new Error(`${check.id} ${status} although nothing is broken.`);
  }
  await recorder.close();
  return recorder.requests();
}
