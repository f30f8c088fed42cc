import { Agent, get } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { headers, listPath } from '../../bench/measure/list-request.ts';
import type { ProbeWait } from './probe-wait.ts';

/** Sends small requests to each server every 50 ms, from a thread of its own, so that only the server can delay them. */
const intervalMilliseconds = 50;
const timeoutMilliseconds = 30_000;

const agent = new Agent({ keepAlive: true });
const waiting = new Set<string>();
let origins: readonly string[] = [];
parentPort?.on('message', (message: readonly string[]) => {
  origins = message;
});

setInterval(() => {
  for (const origin of origins) for (const path of ['/healthz', listPath()]) send(origin, path);
}, intervalMilliseconds);

function send(origin: string, path: string): void {
  const url = origin + path;
  if (waiting.has(url)) return;
  waiting.add(url);
  const from = Date.now();
  const start = performance.now();
  const end = (status: number | null) => {
    if (!waiting.delete(url)) return;
    const wait: ProbeWait = { origin, path, from, milliseconds: performance.now() - start, status };
    parentPort?.postMessage(wait);
  };
  get(url, { agent, headers, signal: AbortSignal.timeout(timeoutMilliseconds) }, (answer) => {
    answer
      .once('error', () => end(null))
      .once('end', () => end(answer.statusCode ?? null))
      .resume();
  }).once('error', () => end(null));
}
