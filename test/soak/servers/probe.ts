import { Worker } from 'node:worker_threads';
import type { ProbeWait } from './probe-wait.ts';

export interface Probe {
  /** Sets the servers to which requests are sent. */
  follow(origins: readonly string[]): void;
  stop(): Promise<void>;
}

/** Starts a thread that sends small requests every 50 ms: `/healthz` and the list of one user, which is cached. */
export function startProbe(onWait: (wait: ProbeWait) => void): Probe {
  const worker = new Worker(new URL('probe-worker.ts', import.meta.url));
  worker.on('message', onWait);
  return {
    follow: (origins) => worker.postMessage(origins),
    async stop() {
      await worker.terminate();
    },
  };
}
