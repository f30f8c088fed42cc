// Finds faults of a request that do not depend on its path, before the path is known.
import type { IncomingMessage } from 'node:http';
import type { Problem } from './problem.ts';

/** The problem of a request that every API refuses, regardless of the path. */
export type RequestFault = Extract<Problem, { readonly kind: 'malformed-request' | 'unknown-expectation' }>;

type Checked = Pick<IncomingMessage, 'headers' | 'httpVersion' | 'rawHeaders' | 'url'>;

const faults = new WeakMap<Checked, RequestFault>();

/**
 * Returns true if the server must refuse a request because of its `Host` or its `Expect`. The routers read the problem with
 * `faultOf` and answer in the shape of their API.
 */
export function hasFault(request: Checked): boolean {
  const problem = problemIn(request);
  if (problem !== null) faults.set(request, problem);
  return problem !== null;
}

/** The problem that `hasFault` found in a request; undefined if there is none. */
export function faultOf(request: Checked): RequestFault | undefined {
  return faults.get(request);
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function problemIn({ headers, httpVersion, rawHeaders, url = '' }: Checked): RequestFault | null {
  const { host, expect } = headers;
  if (host === undefined) {
    if (httpVersion === '1.1') return malformed('The request has no Host header');
  } else if (hasSecondHost(rawHeaders)) {
    return malformed('The request has several Host headers');
  }
  if (!url.startsWith('/') && isSandboxOfAnotherHost(url, host)) {
    return malformed('The request target and the Host header name different hosts');
  }
  if (expect !== undefined && httpVersion === '1.1' && !isContinue.test(expect)) {
    return { kind: 'unknown-expectation', detail: 'The only supported expectation is 100-continue' };
  }
  return null;
}

/** An expectation that Node answers itself. */
const isContinue = /(?:^|\W)100-continue(?:$|\W)/i;

/** Node keeps only the first `Host` in `headers`. */
function hasSecondHost(rawHeaders: readonly string[]): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count > 1;
}

/** The guard of the sandbox API relies on `Host`; the other paths are open to every host. */
function isSandboxOfAnotherHost(target: string, host = ''): boolean {
  const [, authority, path = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^?#]*)/i.exec(target) ?? [];
  return /^\/sandbox(?:\/|$)/.test(path) && authority?.toLowerCase() !== host.toLowerCase();
}

function malformed(detail: string): RequestFault {
  return { kind: 'malformed-request', detail };
}
