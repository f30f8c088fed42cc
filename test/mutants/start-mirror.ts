import { overHttp, type TinyServer } from '../support/tiny-server.ts';

/** A server that returns the request line, headers and body of each request. */
export function startMirror(): Promise<TinyServer> {
  return overHttp(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    response.setHeader('X-Twice', ['one', 'two']);
    response.end(
      JSON.stringify({ line: `${request.method} ${request.url}`, headers: request.rawHeaders, body }),
    );
  });
}
