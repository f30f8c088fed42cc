// The HTTP server with its limits: time, connections, and an orderly end.
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { answerInTurn } from './answer-in-turn.ts';
import { retryAfterSeconds } from './api/problem.ts';
import { type ConnectionLimits, connectionLimits } from './connection-limits.ts';
import { cutOffStalled } from './cut-off-stalled.ts';
import { maximumConnections } from './maximum-connections.ts';
import { refuseConnection } from './refuse-connection.ts';
import { refuseMalformed } from './refuse-malformed.ts';

// An import would evaluate every export of the module, and one of them loads a whole HTTP client.
const { createServer } = process.getBuiltinModule('node:http');

/** Time limit for the current requests when the server closes. Then their connections are closed. */
const closingMilliseconds = 10_000;

/** When the server closes, connections without a request stay open this long, because a request may be on its way. */
const graceMilliseconds = 200;

/** Interval at which a closing server looks for connections without a request. */
const sweepMilliseconds = 50;

/** Interval at which Node looks for requests that take too long. */
const checkingMilliseconds = 250;

/** Connections that may be open in addition to the limit while they are refused. More are closed without an answer. */
const refusals = 50;

/** A connection, and the response to its last request. */
interface Connection {
  last: ServerResponse | null;
  /** How often a closing server has seen it without a request. */
  idleSweeps: number;
}

/** An HTTP server that does not listen yet. */
export interface HttpServer {
  readonly server: Server;
  /**
   * Accepts no new connections, answers the current requests with `Connection: close`, and resolves when every connection
   * is closed.
   */
  close(): Promise<void>;
}

/** Makes an HTTP server that keeps the limits. Its requests go to `app`, those of one connection one after the other. */
export function createHttpServer(options: {
  readonly app: RequestListener;
  readonly limits?: Partial<ConnectionLimits>;
}): HttpServer {
  const limits = { ...connectionLimits, ...options.limits };
  const maximum = maximumConnections(limits.connections);
  const listener = answerInTurn(options.app, limits.waitingRequests);
  const connections = new Map<Socket, Connection>();
  let isClosing = false;

  const server = createServer({
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: checkingMilliseconds,
    // The application answers these requests in the shape of its APIs.
    requireHostHeader: false,
  });
  server.maxHeadersCount = 100;
  server.maxConnections = maximum + refusals;
  server.on('clientError', refuseMalformed);
  server.once('listening', () => {
    const sockets = { [Symbol.iterator]: () => connections.keys() };
    server.once('close', cutOffStalled(sockets, limits.readMilliseconds));
  });
  server.on('connection', (socket: Socket) => {
    if (connections.size >= maximum) return refuseBusy(socket);
    connections.set(socket, { last: null, idleSweeps: 0 });
    socket.once('close', () => connections.delete(socket));
  });
  const answer: RequestListener = (request, response) => {
    const connection = connections.get(request.socket);
    // The connection has been refused.
    if (connection === undefined) return;
    connection.last = response;
    if (isClosing) response.shouldKeepAlive = false;
    listener(request, response);
  };
  server.on('request', answer);
  // Without a listener Node would answer unknown expectations itself.
  server.on('checkExpectation', answer);

  function closeIdle(): void {
    for (const [socket, connection] of connections) {
      const isIdle = connection.last === null || connection.last.writableFinished;
      connection.idleSweeps = isIdle ? connection.idleSweeps + 1 : 0;
      if (connection.idleSweeps > graceMilliseconds / sweepMilliseconds) socket.destroy();
    }
  }

  async function close(): Promise<void> {
    isClosing = true;
    for (const { last } of connections.values()) {
      if (last !== null && !last.headersSent) last.shouldKeepAlive = false;
    }
    const cutOff = setTimeout(() => server.closeAllConnections(), closingMilliseconds);
    const sweep = setInterval(closeIdle, sweepMilliseconds);
    // The method of the HTTP server would close idle connections at once, and reset those whose next request is on its way.
    await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    clearTimeout(cutOff);
    clearInterval(sweep);
    // Stops the checks of Node.
    server.close();
  }

  return { server, close };
}

function refuseBusy(socket: Socket): void {
  refuseConnection(socket, {
    status: '503 Service Unavailable',
    detail: 'The server has too many connections',
    headers: [`Retry-After: ${retryAfterSeconds}`],
  });
}
