import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Vendor } from '../../../../spec/vendors.ts';
import { listening, type TinyServer } from '../../../support/tiny-server.ts';
import { choices, type Paging } from '../paging.ts';
import { pageOf, storedRows, tenantWithKey } from '../stored-lists.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** An integer as validator.js reads it. */
const integer = /^[-+]?\d+$/;

/**
 * Serves the three APIs with Express. It keeps Express's own behaviour: an entity tag, a charset, paths in any case and
 * with a slash at the end, an HTML page for unknown paths. A path that cannot be decoded is a 400 of another shape.
 */
export function startExpressServer(): Promise<TinyServer> {
  const app = express();
  app.get('/api/v1/users/:userId/connections', (request, response) => {
    const rows = wearableRows(request, response, 'open-wearables', request.get('X-API-Key'));
    if (rows !== null) response.json(rows);
  });
  app.get('/v2/user/providers/:userId', (request, response) => {
    const providers = wearableRows(request, response, 'junction', request.get('x-vital-api-key'));
    if (providers !== null) response.json({ providers });
  });
  app.get('/api/v1/connections/users/:userId', listConnections);
  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(error instanceof URIError ? 400 : 500).json({ message: 'The request failed' });
  };
  app.use(refuse);
  return listening(createServer(app), 'http');
}

/** The rows for a user who is identified by a UUID; null if an error was sent. */
function wearableRows(
  { params }: Request<{ userId: string }>,
  response: Response,
  api: Exclude<Vendor, 'mielto'>,
  key: string | undefined,
) {
  const tenant = tenantWithKey(api, key);
  if (tenant === null) {
    response.status(401).json({ detail: 'Invalid or missing API key' });
    return null;
  }
  if (!uuid.test(params.userId)) {
    const msg = 'Invalid value';
    if (api === 'open-wearables') response.status(400).json({ detail: msg });
    else response.status(422).json({ detail: [{ type: 'field', msg, loc: ['path', 'user_id'] }] });
    return null;
  }
  const rows = storedRows({ api, tenant, id: params.userId.toLowerCase() });
  if (rows === null) response.status(404).json({ detail: 'User not found' });
  return rows;
}

const listConnections: RequestHandler<{ userId: string }> = (request, response) => {
  const [, key] = /^bearer +(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  const tenant = tenantWithKey('mielto', key);
  if (tenant === null) {
    response.status(401).set('WWW-Authenticate', 'Bearer').json({ detail: 'This token is not valid.' });
    return;
  }
  const page = readPage(request.query);
  if ('detail' in page) {
    response.status(422).json(page);
    return;
  }
  const workspace = request.get('X-Workspace-Id');
  const rows = storedRows({ api: 'mielto', tenant, id: request.params.userId, workspace });
  if (rows === null) response.status(404).json({ detail: 'Not found.', error_code: 'NOT_FOUND' });
  else response.json(pageOf(rows, page));
};

function readPage(query: Request['query']): Paging | { readonly detail: readonly object[] } {
  const detail: object[] = [];
  const read = (name: string, standard: string, isValid: (text: string) => boolean): string => {
    const value = [query[name] ?? standard].flat().at(-1);
    if (typeof value === 'string' && (value === standard || isValid(value))) return value;
    detail.push({ type: 'field', msg: 'Invalid value', loc: ['query', name] });
    return standard;
  };
  const within = (least: number, most: number) => (text: string) =>
    integer.test(text) && Number(text) >= least && Number(text) <= most;
  const skip = Number(read('skip', '0', within(0, Number.MAX_SAFE_INTEGER)));
  const limit = Number(read('limit', '100', within(1, 1000)));
  const filters = Object.entries(choices).flatMap(([name, known]) => {
    if (!(name in query)) return [];
    const isKnown = (text: string) => known.some((choice) => choice === text);
    return [[name, read(name, known[0], isKnown)] as const];
  });
  return detail.length === 0 ? { skip, limit, filters } : { detail };
}
