import { createServer, type IncomingMessage, request as sendRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listening, type TinyServer } from './tiny-server.ts';

/** What a client asked a proxy for: the method, the request target and the credentials. */
export interface ProxyCall {
  readonly method: string;
  readonly target: string;
  readonly authorization: string | undefined;
}

export interface ForwardProxy extends TinyServer {
  /** All requests so far, in order. */
  readonly calls: readonly ProxyCall[];
}

/**
 * Starts an HTTP proxy. It sends all requests and all tunnels to one server and ignores the host that the client names,
 * so that any host name can be a target. `refuse` answers all requests and tunnels with that status.
 */
export async function startForwardProxy(options: {
  readonly to: string;
  readonly refuse?: number;
}): Promise<ForwardProxy> {
  const { hostname, port } = new URL(options.to);
  const { refuse } = options;
  const calls: ProxyCall[] = [];
  const record = ({ method = '', url = '', headers }: IncomingMessage) =>
    calls.push({ method, target: url, authorization: headers['proxy-authorization'] });
  const server = createServer((request, response) => {
    record(request);
    if (refuse !== undefined) return void response.writeHead(refuse).end();
    const { method, url = '', headers } = request;
    const { 'proxy-authorization': _, 'proxy-connection': __, ...kept } = headers;
    const path = url.replace(/^http:\/\/[^/]+/, '');
    const onward = sendRequest({ hostname, port, method, path, headers: kept, agent: false }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(response);
    });
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, near: Socket) => {
    record(request);
    if (refuse !== undefined) return void near.end(`HTTP/1.1 ${refuse} Refused\r\n\r\n`);
    const far = connect(Number(port), hostname, () => {
      near.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      near.pipe(far).pipe(near);
    });
    far.once('error', () => near.destroy());
    near.once('close', () => far.destroy());
  });
  return { ...(await listening(server, 'http')), calls };
}
