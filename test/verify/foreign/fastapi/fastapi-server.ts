import type { TinyServer } from '../../../support/tiny-server.ts';
import type { Reply } from '../send-reply.ts';
import { inZone, pageOf, storedRows, tenantWithKey } from '../stored-lists.ts';
import { readPage } from './fastapi-page.ts';
import type { Pydantic } from './pydantic.ts';
import { type Call, startStarlette } from './starlette.ts';

export interface FastApiOptions {
  readonly pydantic: Pydantic;
  /** How a time in UTC ends; by default as this version of pydantic writes it. */
  readonly utc?: 'Z' | '+00:00';
  /** By default true, as in FastAPI. */
  readonly redirectSlashes?: boolean;
}

/**
 * Serves Junction and Mielto with FastAPI and this version of pydantic. A user id with a slash does not exist, because
 * the path is decoded before it is matched.
 */
export function startFastApi({
  pydantic,
  utc = pydantic.utc,
  redirectSlashes = true,
}: FastApiOptions): Promise<TinyServer> {
  const routes = [
    { path: /^\/v2\/user\/providers\/([^/]+)$/, answer: (call: Call) => listProviders(call, pydantic, utc) },
    {
      path: /^\/api\/v1\/connections\/users\/([^/]+)$/,
      answer: (call: Call) => listConnections(call, pydantic, utc),
    },
  ];
  return startStarlette({ routes, redirectSlashes });
}

function listProviders(
  { parameter, headers }: Call,
  pydantic: Pydantic,
  utc: FastApiOptions['utc'] & string,
): Reply {
  const tenant = tenantWithKey('junction', first(headers['x-vital-api-key']));
  if (tenant === null) return { status: 401, body: { detail: 'Invalid or missing API key' } };
  const id = pydantic.uuid(['path', 'user_id'], parameter);
  if ('error' in id) return { status: 422, body: { detail: [id.error] } };
  const rows = storedRows({ api: 'junction', tenant, id: id.value });
  if (rows === null) return { status: 404, body: { detail: 'User not found' } };
  return { status: 200, body: { providers: inZone(rows, utc) } };
}

function listConnections(
  { parameter, query, headers }: Call,
  pydantic: Pydantic,
  utc: FastApiOptions['utc'] & string,
): Reply {
  const [, key] = /^bearer (.*)$/is.exec(headers.authorization ?? '') ?? [];
  const tenant = tenantWithKey('mielto', key);
  if (tenant === null) {
    return {
      status: 401,
      body: { detail: 'Not authenticated' },
      headers: { 'WWW-Authenticate': 'Bearer' },
    };
  }
  const page = readPage(query, pydantic);
  if ('detail' in page) return { status: 422, body: page };
  const workspace = first(headers['x-workspace-id']);
  const rows = storedRows({ api: 'mielto', tenant, id: parameter, workspace });
  if (rows === null) return { status: 404, body: { detail: 'Connection not found' } };
  return { status: 200, body: pageOf(inZone(rows, utc), page) };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
