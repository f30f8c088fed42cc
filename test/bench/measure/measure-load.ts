import autocannon from 'autocannon';
import { headers } from './list-request.ts';
import type { ServerProcess } from './server-process.ts';

/** One request of a load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** The requests of a load: a list that each connection repeats in order, or a function that creates each one. */
export type Load = readonly LoadRequest[] | (() => LoadRequest);

const connections = 50;

/**
 * Sends requests to a server over 50 connections for some seconds, and resolves to its CPU time per request, in
 * microseconds. Rejects if any response is not a 200.
 */
export async function measureLoad(server: ServerProcess, load: Load, seconds: number): Promise<number> {
  let client = 0;
  const cpuBefore = server.cpuMilliseconds();
  const result = await autocannon({
    url: server.origin,
    connections,
    duration: seconds,
    // autocannon checks the duration only when it takes a sample.
    sampleInt: 50,
    headers: { ...headers },
    setupClient: (connection) => connection.setRequests(requestsOf(load, client++)),
  });
  const succeeded = result['2xx'];
  if (succeeded === 0 || result.non2xx > 0 || result.errors > 0) {
    const failures = `${result.non2xx} responses were not a 200, ${result.errors} requests failed`;
    throw new Error(`Failed to measure ${server.name}: ${failures}, ${succeeded} succeeded.`);
  }
  return ((server.cpuMilliseconds() - cpuBefore) * 1000) / succeeded;
}

/** Each connection begins at another position of the list. Otherwise all connections write at the same time. */
function requestsOf(load: Load, client: number): autocannon.Request[] {
  if (typeof load === 'function') return [{ setupRequest: (request) => ({ ...request, ...load() }) }];
  const first = client % load.length;
  return [...load.slice(first), ...load.slice(0, first)].map((request) => ({ ...request }));
}
