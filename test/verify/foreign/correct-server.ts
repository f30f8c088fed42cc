import { createServer, type IncomingMessage } from 'node:http';
import { setImmediate as later } from 'node:timers/promises';
import type { Vendor } from '../../../spec/vendors.ts';
import { type Invalid, type Paging, readPaging } from './paging.ts';
import type { Row } from './rows.ts';
import { type ParsedRequest, type Reply, send } from './send-reply.ts';
import { north, type Person, south, type Tenant } from './two-tenants.ts';

/** The steps of the server, in order. A faulty server replaces one or more of them. */
export interface Steps {
  /** The API and the user in a URL; null if it has none. */
  readonly route: (request: IncomingMessage) => ParsedRequest | null;
  readonly admit: (parsed: ParsedRequest, key: string) => Tenant | null;
  readonly find: (parsed: ParsedRequest, tenant: Tenant) => Person | null;
  /** Simulates the time of a database query. */
  readonly pause: () => Promise<unknown>;
  readonly rows: (parsed: ParsedRequest, person: Person) => readonly Row[];
  readonly page: (rows: readonly Row[], paging: Paging) => { rows: readonly Row[]; total: number };
  readonly read: (query: URLSearchParams) => Paging | Invalid;
  /** Changes an answer before it is sent. */
  readonly finish: (reply: Reply, parsed: ParsedRequest) => Reply;
}

const routes: readonly (readonly [Vendor, RegExp])[] = [
  ['open-wearables', /^\/api\/v1\/users\/([^/]+)\/connections$/],
  ['junction', /^\/v2\/user\/providers\/([^/]+)$/],
  ['mielto', /^\/api\/v1\/connections\/users\/([^/]+)$/],
];
const hexadecimal = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const correctSteps: Steps = {
  route(request) {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    for (const [api, shape] of routes) {
      const id = decoded(shape.exec(path)?.[1]);
      if (id !== null) return { api, id, query: new URLSearchParams(query), request };
    }
    return null;
  },
  admit: ({ api }, key) => [north, south].find(({ keys }) => keys[api] === key) ?? null,
  find({ api, id, request }, { people, workspace }) {
    if (api !== 'mielto') return people.find(({ uuid }) => uuid === id.toLowerCase()) ?? null;
    const { 'x-workspace-id': chosen = workspace } = request.headers;
    return chosen === workspace ? (people.find(({ name }) => name === id) ?? null) : null;
  },
  pause: () => later(),
  rows: ({ api }, { rows }) => rows[api],
  page(rows, { skip, limit, filters }) {
    const matching = rows.filter((row) => filters.every(([name, value]) => row[name] === value));
    return { rows: matching.slice(skip, skip + limit), total: matching.length };
  },
  read: readPaging,
  finish: (reply) => reply,
};

/** The key in the header of each API; empty if it is missing. */
export function keyOf({ api, request: { headers } }: ParsedRequest): string {
  if (api === 'mielto') return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return String(headers[api === 'junction' ? 'x-vital-api-key' : 'x-api-key'] ?? '');
}

async function answer(parsed: ParsedRequest, steps: Steps): Promise<Reply> {
  const { api, id, query } = parsed;
  const tenant = steps.admit(parsed, keyOf(parsed));
  if (tenant === null) {
    const headers = api === 'mielto' ? { 'WWW-Authenticate': 'Bearer realm="mielto"' } : {};
    const detail = api === 'open-wearables' ? 'Invalid or missing API key' : 'Could not validate credentials';
    return { status: 401, body: { detail }, headers };
  }
  if (api !== 'mielto' && !hexadecimal.test(id)) {
    const msg = 'value is not a valid uuid';
    if (api === 'open-wearables') return { status: 400, body: { detail: msg } };
    return { status: 422, body: { detail: [{ loc: ['path', 'user_id'], msg, type: 'type_error.uuid' }] } };
  }
  const paging = steps.read(api === 'mielto' ? query : new URLSearchParams());
  if ('detail' in paging) return { status: 422, body: paging };
  const person = steps.find(parsed, tenant);
  if (person === null) {
    const code = api === 'mielto' ? { error_code: 'connection_not_found' } : {};
    const detail = api === 'open-wearables' ? 'User not found' : 'Nothing here by that name';
    return { status: 404, body: { detail, ...code } };
  }
  await steps.pause();
  const rows = steps.rows(parsed, person);
  if (api === 'open-wearables') return { status: 200, body: rows };
  if (api === 'junction') return { status: 200, body: { providers: rows } };
  const { rows: connections, total } = steps.page(rows, paging);
  const page = Math.floor(paging.skip / paging.limit) + 1;
  return { status: 200, body: { total, size: paging.limit, page, connections } };
}

function decoded(segment: string | undefined): string | null {
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Serves all three APIs with two tenants and these steps, on a free loopback port. */
export async function startForeignServer(steps: Steps) {
  const server = createServer(async (request, response) => {
    const parsed = steps.route(request);
    if (parsed === null) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"detail":"Not Found"}');
      return;
    }
    send(response, parsed, steps.finish(await answer(parsed, steps), parsed));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

/** Starts a server that conforms to the three contracts. */
export function startCorrectServer() {
  return startForeignServer(correctSteps);
}
