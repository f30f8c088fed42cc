import { once } from 'node:events';
import { createServer, type RequestListener, request as sendRequest } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';

/** A small server for one test, on a free port of the loopback address. */
export interface TinyServer {
  readonly url: string;
  /** Resolves when the first client connects. */
  readonly visited: Promise<unknown>;
  /** Closes the server and all open connections. */
  close(): Promise<void>;
}

export function overHttp(handler: RequestListener): Promise<TinyServer> {
  return listening(createServer(handler), 'http');
}

export function overTcp(talk: (socket: Socket) => void): Promise<TinyServer> {
  return listening(createNetServer(talk), 'http');
}

/** Forwards requests under a path prefix unchanged. `answer` may answer instead: it returns true if it has. */
export function forwarding(options: {
  readonly to: string;
  readonly prefix?: string;
  readonly answer?: (...call: Parameters<RequestListener>) => boolean;
}): Promise<TinyServer> {
  const { to, prefix = '', answer = () => false } = options;
  return overHttp((request, response) => {
    const { method, headers, url = '' } = request;
    if (!url.startsWith(prefix)) return void response.writeHead(404).end('{"detail":"Not Found"}');
    if (answer(request, response)) return;
    const { hostname, port } = new URL(to);
    const path = url.slice(prefix.length);
    const onward = sendRequest({ hostname, port, method, headers, path, agent: false }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(response);
    });
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  });
}

/** Starts a server on a free port. */
export async function listening(server: Server, scheme: string): Promise<TinyServer> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    // A client may close its connection at any time.
    socket.on('error', () => undefined);
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const visited = once(server, 'connection');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    visited,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
