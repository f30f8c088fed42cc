import { once } from 'node:events';
import { createServer, type RequestListener, request as sendRequest } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';

/** A server of a test's own, on a free port of the loopback address. */
export interface TinyServer {
  readonly url: string;
  /** Resolves at the first connection. */
  readonly visited: Promise<unknown>;
  /** Cuts off what is under way. */
  close(): Promise<void>;
}

export function overHttp(handler: RequestListener): Promise<TinyServer> {
  return listening(createServer(handler), 'http');
}

export function overTcp(talk: (socket: Socket) => void): Promise<TinyServer> {
  return listening(createNetServer(talk), 'http');
}

/** Passes on what comes beneath a path, as it is; `answer` may answer instead, and says whether it has. */
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

/** Lets a server listen. */
export async function listening(server: Server, scheme: string): Promise<TinyServer> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    // Whoever asks hangs up as they like.
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
