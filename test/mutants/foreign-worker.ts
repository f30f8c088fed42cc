import { parentPort, workerData } from 'node:worker_threads';
import { conformingServers } from '../verify/foreign/conforming/conforming-servers.ts';
import type { ForeignServer } from '../verify/foreign/foreign-server.ts';
import { openWearablesInstallation } from '../verify/foreign/open-wearables-0-6/open-wearables-installation.ts';
import { runForeignServer } from '../verify/foreign/run-foreign-server.ts';

/** The input of the thread: each server is verified with the seeds from 1 to this number. */
export interface ForeignWork {
  readonly seeds: number;
}

/** The message of the thread for each run. */
export interface ForeignFinding {
  readonly checks: number;
  /** Each check whose result is not the known one, with the server, the run and the seed. */
  readonly others: readonly string[];
}

const { seeds }: ForeignWork = workerData;
const each = Array.from({ length: seeds }, (_, index) => index + 1);
// A strict run makes the requests of a run with the default options, and reports more.
const strictly = (server: ForeignServer): ForeignServer => ({
  ...server,
  runs: server.runs.filter(({ options }) => options.strict === true),
});
const installations = [false, true].map((uuidKeyBreaks) => openWearablesInstallation({ uuidKeyBreaks }));
for (const server of [...conformingServers, ...installations]) {
  for await (const { run, seed, checks, notPassed } of runForeignServer(strictly(server), each)) {
    const more = notPassed.filter((line) => !run.notPassed.includes(line));
    const missing = run.notPassed.filter((line) => !notPassed.includes(line));
    const others = [...more, ...missing.map((line) => `no longer ${line}`)].map(
      (line) => `${server.name}: ${line}, ${run.title}, seed ${seed}`,
    );
    parentPort?.postMessage({ checks, others } satisfies ForeignFinding);
  }
}
