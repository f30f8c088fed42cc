import { Worker } from 'node:worker_threads';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { JudgedMutant } from './mutation-table.ts';
import type { VendorFinding, VendorWork } from './vendor-worker.ts';

/**
 * What `verify` and the Prism validation proxy make of these mutants at one API, found in a thread of its own, with a
 * server of its own. Rejects where that thread fails or leaves a mutant out.
 */
export function judgeVendor(options: {
  readonly vendor: Vendor;
  readonly mutants: readonly Mutant[];
  readonly onJudged: () => void;
}): Promise<JudgedMutant[]> {
  const { vendor, mutants, onJudged } = options;
  const workerData: VendorWork = { vendor, ids: mutants.map(({ id }) => id) };
  const worker = new Worker(new URL('vendor-worker.ts', import.meta.url), { workerData });
  const judged: JudgedMutant[] = [];
  worker.on('message', ({ id, ...found }: VendorFinding) => {
    const mutant = mutants.find((known) => known.id === id);
    if (mutant !== undefined) judged.push({ ...found, mutant });
    onJudged();
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      if (judged.length === mutants.length) resolve(judged);
      else reject(new Error(`${judged.length} of ${mutants.length} mutants were tried at ${vendor}.`));
    });
  });
}
