import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { type Contract, readContract as readVendorContract } from '../../contract/contract.ts';
import { ExplainedError } from '../../contract/explained-error.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { type Header, headerValues } from './call.ts';
import { deliver } from './deliver.ts';
import { type MatchedOperation, matchForm, operationMatcher } from './match-operation.ts';
import type { Behaviour, Mutant } from './mutant.ts';
import { createUpstream, endToEnd, headersOf, readBody } from './upstream.ts';

export interface MutatingProxyOptions {
  /** The URL of the upstream server. A path in it is put before the path of each request. */
  readonly baseUrl: string;
  /** The rule to break; null breaks none. */
  readonly mutant: Mutant | null;
  /** Port to listen on. 0, the default, selects a free port. */
  readonly port?: number;
  /** Address to listen on, 127.0.0.1 by default. */
  readonly host?: string;
  /** The contracts of the vendors, by default those of the package. */
  readonly readContract?: (vendor: Vendor) => Contract;
  /** Called for each request that the proxy answers itself, because the proxy or the upstream server has failed. */
  readonly onFailure?: (error: unknown) => void;
}

/** A running proxy. */
export interface MutatingProxy {
  /** The URL to use as the base URL, without a trailing slash. */
  readonly url: string;
  /** Breaks another rule from the next request on. The state of the previous mutant is discarded. */
  setMutant(mutant: Mutant | null): void;
  /** Aborts all requests, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/**
 * Starts a proxy that breaks one rule of a contract by changing requests or answers, and resolves when it listens.
 * Requests for operations that the mutant does not break pass unchanged. Rejects if the port is not free.
 */
export async function startMutatingProxy(options: MutatingProxyOptions): Promise<MutatingProxy> {
  const upstream = createUpstream(options.baseUrl);
  const matchOperation = operationMatcher(options.readContract ?? readVendorContract);
  let current: { readonly mutant: Mutant; readonly behave: Behaviour } | null = null;

  function setMutant(mutant: Mutant | null): void {
    current = mutant === null ? null : { mutant, behave: mutant.begin() };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const disconnected = new AbortController();
    response.once('close', () => disconnected.abort());
    const { method = 'GET', url: target = '/' } = request;
    const headers = headersOf(request);
    const matched =
      current === null
        ? null
        : (matchOperation(method, target) ??
          matchForm(matchOperation, current.mutant.forms ?? [], { method, target }));
    if (current !== null && matched !== null && breaks(current.mutant, matched)) {
      const { behave } = current;
      const body = hasBody(headers) ? await readBody(request, 'a request') : null;
      const changed = await behave({ ...matched, headers, body }, (asked) =>
        upstream.ask(asked, disconnected.signal),
      );
      if (!disconnected.signal.aborted) deliver(response, changed);
      return;
    }
    const body = hasBody(headers) ? request : null;
    const incoming = await upstream.send({ method, target, headers, body, signal: disconnected.signal });
    response.sendDate = false;
    response.writeHead(
      incoming.statusCode ?? 502,
      incoming.statusMessage,
      endToEnd(headersOf(incoming)).flat(),
    );
    pipeline(incoming, response, () => undefined);
  }

  // The upstream server decides which headers are too large.
  const server = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      options.onFailure?.(error);
      explain(response, error);
    });
  });
  server.on('clientError', (error: Error & { rawPacket?: Buffer }, socket: Socket) => {
    // The upstream server refuses what is not HTTP.
    if (error.rawPacket === undefined || !socket.writable) return void socket.destroy();
    upstream.relay(error.rawPacket, socket);
  });
  setMutant(options.mutant);
  const url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  return {
    url,
    setMutant,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      upstream.close();
      await closed;
    },
  };
}

/** Whether a mutant breaks this operation. */
function breaks({ vendors, operations }: Mutant, { vendor, operation }: MatchedOperation): boolean {
  const broken = operations ?? [vendorEntry(vendor).list.operationId];
  return vendors.includes(vendor) && broken.includes(operation.id);
}

/** Whether a body comes after these headers. */
function hasBody(headers: readonly Header[]): boolean {
  return ['content-length', 'transfer-encoding'].some((name) =>
    headerValues(headers, name).some((value) => value !== '0'),
  );
}

function explain(response: ServerResponse, error: unknown): void {
  const text =
    error instanceof ExplainedError ? error.message : `The mutating proxy failed: ${String(error)}`;
  response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) return reject(new Error('There is no port.'));
      resolve(
        `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
      );
    });
  });
}
