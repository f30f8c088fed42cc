import { overHttp, type TinyServer } from '../support/tiny-server.ts';

/** A server that answers with what it was asked, and what it was asked with. */
export function startMirror(): Promise<TinyServer> {
  return overHttp(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    response.setHeader('X-Twice', ['one', 'two']);
    response.end(
      JSON.stringify({ line: `${request.method} ${request.url}`, headers: request.rawHeaders, body }),
    );
  });
}
