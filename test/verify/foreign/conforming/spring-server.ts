import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Vendor } from '../../../../spec/vendors.ts';
import { overHttp, type TinyServer } from '../../../support/tiny-server.ts';
import { choices, type Paging } from '../paging.ts';
import { percentDecoded } from '../percent-decoded.ts';
import { inZone, pageOf, storedRows, tenantWithKey } from '../stored-lists.ts';
import { unicodeInteger } from '../unicode-integer.ts';

type Answer = readonly [status: number, body: unknown, headers?: OutgoingHttpHeaders];

/** What Spring Security adds to every answer. The names are in lower case, as Netty writes them. */
const securityHeaders = {
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '0',
  'referrer-policy': 'no-referrer',
};

const routes: readonly (readonly [Vendor, RegExp])[] = [
  ['open-wearables', /^\/api\/v1\/users\/([^/]+)\/connections$/],
  ['junction', /^\/v2\/user\/providers\/([^/]+)$/],
  ['mielto', /^\/api\/v1\/connections\/users\/([^/]+)$/],
];

/**
 * Serves the three APIs as Spring WebFlux on Netty. It refuses NUL and broken escapes in a path with its own error, and
 * reads integers as Java's `parseInt`: in digits of any script, within 32 bits.
 */
export function startSpringServer(): Promise<TinyServer> {
  return overHttp(({ method, url = '', headers }, response) => {
    const [path = '', query] = url.split(/\?(.*)/s);
    const [status, body, more] = answer(method ?? '', path, new URLSearchParams(query), headers);
    const bytes = Buffer.from(JSON.stringify(body));
    response.writeHead(status, {
      'content-type': 'application/json;charset=UTF-8',
      'content-length': bytes.length,
      ...securityHeaders,
      ...more,
    });
    response.end(bytes);
  });
}

function answer(method: string, path: string, query: URLSearchParams, headers: IncomingHttpHeaders): Answer {
  if (/%(?:00|(?![\da-f]{2}))/i.test(path)) return [400, errorAttributes(400, 'Bad Request', path)];
  for (const [api, pattern] of routes) {
    const segment = pattern.exec(path)?.[1];
    if (segment === undefined) continue;
    if (method === 'GET' || method === 'HEAD') return list(api, percentDecoded(segment), query, headers);
    return [405, errorAttributes(405, 'Method Not Allowed', path), { allow: 'GET,HEAD' }];
  }
  return [404, errorAttributes(404, 'Not Found', path)];
}

/** The body of an error that the application does not handle itself. */
function errorAttributes(status: number, error: string, path: string) {
  const timestamp = new Date().toISOString().replace('Z', '+00:00');
  return { timestamp, path, status, error, requestId: '5f1e8a3c-17' };
}

function list(api: Vendor, id: string, query: URLSearchParams, headers: IncomingHttpHeaders): Answer {
  const tenant = tenantWithKey(api, keyIn(headers, api));
  if (tenant === null) return unauthorized(api);
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  if (api === 'open-wearables' && !isUuid) return [400, { detail: 'must be a valid UUID' }];
  if (api === 'junction' && !isUuid) return unprocessable([fault('path', 'user_id', 'UUID')]);
  const page = readPage(api === 'mielto' ? query : new URLSearchParams());
  if ('faults' in page) return unprocessable(page.faults);
  const workspace = headers['x-workspace-id']?.toString();
  const rows = storedRows({ api, tenant, id: api === 'mielto' ? id : id.toLowerCase(), workspace });
  if (rows === null) return [404, { detail: 'Resource not found' }];
  if (api === 'open-wearables') return [200, rows];
  if (api === 'junction') return [200, { providers: rows }];
  // Jackson writes UTC as Z.
  return [200, pageOf(inZone(rows, 'Z'), page)];
}

function keyIn(headers: IncomingHttpHeaders, api: Vendor): string | undefined {
  if (api === 'mielto') return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return headers[api === 'junction' ? 'x-vital-api-key' : 'x-api-key']?.toString();
}

function unauthorized(api: Vendor): Answer {
  const headers = { 'www-authenticate': 'Bearer realm="connections", error="invalid_token"' };
  return [401, { detail: 'Full authentication is required' }, api === 'mielto' ? headers : {}];
}

function unprocessable(faults: readonly object[]): Answer {
  return [422, { detail: faults }];
}

function fault(part: 'path' | 'query', name: string, constraint: string): object {
  return { loc: [part, name], msg: 'the value is not accepted', type: constraint };
}

function readPage(query: URLSearchParams): Paging | { readonly faults: readonly object[] } {
  const faults: object[] = [];
  const integer = (name: string, standard: number, least: number, most: number): number => {
    const text = query.getAll(name).at(-1);
    if (text === undefined) return standard;
    const value = parseInt32(text);
    if (value === null) faults.push(fault('query', name, 'typeMismatch'));
    else if (value < least) faults.push(fault('query', name, 'Min'));
    else if (value > most) faults.push(fault('query', name, 'Max'));
    return value ?? standard;
  };
  const skip = integer('skip', 0, 0, 2 ** 31 - 1);
  const limit = integer('limit', 100, 1, 1000);
  const filters = Object.entries(choices).flatMap(([name, known]) => {
    const value = query.getAll(name).at(-1);
    if (value === undefined) return [];
    if (!known.some((choice) => choice === value)) faults.push(fault('query', name, 'typeMismatch'));
    return [[name, value] as const];
  });
  return faults.length === 0 ? { skip, limit, filters } : { faults };
}

/** A 32-bit integer as Java's `parseInt` reads it; null if it throws. */
function parseInt32(text: string): number | null {
  const value = /^[+-]?\p{Nd}+$/u.test(text) ? unicodeInteger(text) : Number.NaN;
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : null;
}
