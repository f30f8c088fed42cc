import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { overHttp, type TinyServer } from '../../../support/tiny-server.ts';
import { percentDecoded } from '../percent-decoded.ts';
import type { Reply } from '../send-reply.ts';

/** A request that has reached its route. */
export interface Call {
  /** The value of the parameter in the path, decoded. */
  readonly parameter: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** A GET route. Its pattern has one group, the parameter in the path. */
export interface GetRoute {
  readonly path: RegExp;
  readonly answer: (call: Call) => Reply;
}

export interface StarletteOptions {
  readonly routes: readonly GetRoute[];
  /** Whether a missing or surplus slash at the end of a path is a redirect to the `Host` of the request. */
  readonly redirectSlashes: boolean;
}

/**
 * Serves these routes as Starlette and uvicorn do. The path is decoded before it is matched, HEAD is not GET, and nothing
 * is compressed. If a route throws, the answer is a 500 in plain text, and the connection is closed after it.
 */
export function startStarlette({ routes, redirectSlashes }: StarletteOptions): Promise<TinyServer> {
  return overHttp((request, response) => {
    const [rawPath = '', query] = (request.url ?? '').split(/\?(.*)/s);
    const path = percentDecoded(rawPath);
    // Uvicorn does not announce that connections are persistent.
    response.removeHeader('Connection');
    for (const route of routes) {
      const parameter = route.path.exec(path)?.[1];
      if (parameter === undefined) continue;
      if (request.method !== 'GET') {
        return send(response, {
          status: 405,
          body: { detail: 'Method Not Allowed' },
          headers: { Allow: 'GET' },
        });
      }
      const call = { parameter, query: new URLSearchParams(query), headers: request.headers };
      return answerOrBreak(response, () => route.answer(call));
    }
    const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    if (redirectSlashes && path !== '/' && routes.some((route) => route.path.test(other))) {
      return redirect(request, response, query === undefined ? other : `${other}?${query}`);
    }
    send(response, { status: 404, body: { detail: 'Not Found' } });
  });
}

function answerOrBreak(response: ServerResponse, answer: () => Reply): void {
  try {
    send(response, answer());
  } catch {
    response.shouldKeepAlive = false;
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    send(response, { status: 500, body: 'Internal Server Error', headers });
  }
}

function redirect({ headers }: IncomingMessage, response: ServerResponse, to: string): void {
  response.writeHead(307, {
    Server: 'uvicorn',
    'Content-Length': 0,
    Location: `http://${headers.host}${encodeURI(to.toWellFormed())}`,
  });
  response.end();
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, {
    Server: 'uvicorn',
    'Content-Length': bytes.length,
    'Content-Type': 'application/json',
    ...headers,
  });
  response.end(bytes);
}
