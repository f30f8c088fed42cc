/** Opens one file after another, each at the moment at which all other threads of its kind open it. */
import { workerData } from 'node:worker_threads';
import { openStore } from '../../../../server/store/open-store.ts';

const { files, threads, arrivals } = workerData as OpenTogether;
const arrived = new Int32Array(arrivals);

export interface OpenTogether {
  readonly files: readonly string[];
  readonly threads: number;
  /** Room for a 32-bit number for each file: how many threads have come to it. */
  readonly arrivals: SharedArrayBuffer;
}

for (const [index, data] of files.entries()) {
  Atomics.add(arrived, index, 1);
  while (Atomics.load(arrived, index) < threads);
  const store = await openStore({ data, now: () => new Date().toISOString() });
  await store.close();
}
