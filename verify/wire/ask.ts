import {
  type Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { createAgent } from './create-agent.ts';
import type { BrokenAnswer, Exchange, WireRequest } from './exchange.ts';
import { cannotReach, needsCredentials, unreachable } from './unreachable.ts';

/** More than ten times the size of any list of these contracts. */
const maxBodyBytes = 4 * 1024 * 1024;
const maxHeaderBytes = 64 * 1024;
const maxDecodedBytes = 16 * 1024 * 1024;

export interface AskOptions {
  /** Scheme, host and port. */
  readonly origin: URL;
  readonly request: WireRequest;
  /** Maximum time up to the last byte of the response. */
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** The proxy to send it through, if any. */
  readonly proxy?: URL | null;
  /** An agent for this origin and proxy that reuses connections. Without it, each request has its own connection. */
  readonly agent?: Agent;
}

/**
 * Sends one request and resolves to the exchange. Follows no redirects, and reads at most 4 MiB. Rejects with an
 * `UnreachableError` if no connection can be established.
 */
export function ask(options: AskOptions): Promise<Exchange> {
  const { origin, request, timeoutMilliseconds, signal, agent, proxy = null } = options;
  const { Host: host, ...headers } = request.headers;
  const isForwarded = proxy !== null && origin.protocol === 'http:';
  const send = origin.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | null = null;
    let connected = false;
    const sent = send({
      hostname: origin.hostname.replace(/^\[|\]$/g, ''),
      port: origin.port,
      method: request.method,
      headers,
      agent: agent ?? createAgent({ origin, proxy }),
      maxHeaderSize: maxHeaderBytes,
      ...(signal === undefined ? {} : { signal }),
    });
    // Set afterwards, because for a proxy Node.js normalises the path and replaces the host.
    sent.path = isForwarded ? origin.origin + request.path : request.path;
    if (host !== undefined) sent.setHeader('Host', host);
    const timer = setTimeout(() => broken(answer === null ? 'timeout' : 'slow'), timeoutMilliseconds);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
      // After a complete response, the agent can reuse the connection.
      if (agent === undefined || answer?.complete !== true) sent.destroy();
    };
    const broken = (fault: BrokenAnswer['fault']) => {
      if (!connected && fault === 'timeout') {
        settle(() =>
          reject(cannotReach({ origin, proxy }, `no connection within ${timeoutMilliseconds} ms`)),
        );
        return;
      }
      const result = { kind: 'broken', fault, status: answer?.statusCode ?? null } as const;
      settle(() => resolve({ request, result, reused: sent.reusedSocket }));
    };

    sent.once('socket', (socket) => {
      connected = !socket.connecting;
      socket.once(origin.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (signal?.aborted === true) settle(() => reject(error));
      else if (error.code === 'ERR_PROXY_TUNNEL') settle(() => reject(unreachable({ origin, proxy }, error)));
      else if (error.code?.startsWith('HPE_') === true) broken('not-http');
      else if (connected) broken(answer === null ? 'closed' : 'truncated');
      else settle(() => reject(unreachable({ origin, proxy }, error)));
    });
    sent.once('response', (response) => {
      if (isForwarded && response.statusCode === 407) {
        settle(() => reject(cannotReach({ origin, proxy }, needsCredentials)));
        return;
      }
      answer = response;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBodyBytes) broken('oversized');
        else chunks.push(chunk);
      });
      response.once('error', () => broken('truncated'));
      response.once('aborted', () => broken('truncated'));
      response.once('end', () => {
        if (!response.complete) return broken('truncated');
        const { statusCode = 0, statusMessage = '', headers, rawHeaders } = response;
        const decoded = decodedBody(request, headers, Buffer.concat(chunks));
        const result = {
          kind: 'answer',
          status: statusCode,
          reason: statusMessage,
          headers,
          rawHeaders,
        } as const;
        settle(() => resolve({ request, result: { ...result, ...decoded }, reused: sent.reusedSocket }));
      });
    });
    sent.end(request.body);
  });
}

/** The decoded body, at most 16 MiB, if its encoding is the requested one; otherwise the body as received. */
function decodedBody(
  request: WireRequest,
  headers: IncomingHttpHeaders,
  body: Buffer,
): { readonly body: Buffer; readonly undecodable: boolean } {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== 'gzip' || request.headers['Accept-Encoding'] !== 'gzip')
    return { body, undecodable: false };
  try {
    return { body: gunzipSync(body, { maxOutputLength: maxDecodedBytes }), undecodable: false };
  } catch {
    return { body, undecodable: true };
  }
}
