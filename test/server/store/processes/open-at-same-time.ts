/** Opens the files in order. All threads that run this script open each file at the same time. */
import { workerData } from 'node:worker_threads';
import { openStore } from '../../../../server/store/open-store.ts';

const { files, threads, arrivals } = workerData as SameTimeOpening;
const arrived = new Int32Array(arrivals);

export interface SameTimeOpening {
  readonly files: readonly string[];
  readonly threads: number;
  /** One 32-bit counter per file: how many threads are ready to open it. */
  readonly arrivals: SharedArrayBuffer;
}

for (const [index, data] of files.entries()) {
  Atomics.add(arrived, index, 1);
  while (Atomics.load(arrived, index) < threads);
  const store = await openStore({ data, now: () => new Date().toISOString() });
  await store.close();
}
