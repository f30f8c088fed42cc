import autocannon from 'autocannon';
import { headers } from './list-request.ts';
import type { ServerProcess } from './server-process.ts';

/** One request of a load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** What is asked: requests that each connection repeats in order, or a function that makes each one. */
export type Load = readonly LoadRequest[] | (() => LoadRequest);

const connections = 50;

/**
 * Asks a server over 50 connections for so many seconds, and resolves to its CPU microseconds per request.
 * Rejects if any answer is not a 200.
 */
export async function measureLoad(server: ServerProcess, load: Load, seconds: number): Promise<number> {
  let client = 0;
  const cpuBefore = server.cpuMilliseconds();
  const result = await autocannon({
    url: server.origin,
    connections,
    duration: seconds,
    // It looks at the clock as often as it takes samples.
    sampleInt: 50,
    headers: { ...headers },
    setupClient: (connection) => connection.setRequests(requestsOf(load, client++)),
  });
  const answered = result['2xx'];
  if (answered === 0 || result.non2xx > 0 || result.errors > 0) {
    const failures = `${result.non2xx} answers were not a 200, ${result.errors} requests failed`;
    throw new Error(`Failed to measure ${server.name}: ${failures}, ${answered} were answered with 200.`);
  }
  return ((server.cpuMilliseconds() - cpuBefore) * 1000) / answered;
}

/** Each connection begins at another place of the order, or all would write at once. */
function requestsOf(load: Load, client: number): autocannon.Request[] {
  if (typeof load === 'function') return [{ setupRequest: (request) => ({ ...request, ...load() }) }];
  const first = client % load.length;
  return [...load.slice(first), ...load.slice(0, first)].map((request) => ({ ...request }));
}
