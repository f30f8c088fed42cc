import {
  type Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { gunzipSync } from 'node:zlib';
import type { BrokenAnswer, Exchange, WireRequest } from './exchange.ts';
import { cannotReach, unreachable } from './unreachable.ts';

/** No list of these contracts is a tenth of it. */
const largestBody = 4 * 1024 * 1024;
const largestHeaders = 64 * 1024;
const largestDecoded = 16 * 1024 * 1024;

export interface AskOptions {
  /** Scheme, host and port. */
  readonly origin: URL;
  readonly request: WireRequest;
  /** Until the last byte of the answer. */
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** Keeps connections for the next request; without it each has one of its own. */
  readonly agent?: Agent;
}

/**
 * Sends one request, follows no redirect, and resolves to what came of it, within the time and 4 MiB. Rejects with an
 * `ExplainedError` if no connection can be made.
 */
export function ask(options: AskOptions): Promise<Exchange> {
  const { origin, request, timeoutMilliseconds, signal, agent } = options;
  const send = origin.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | null = null;
    let connected = false;
    const sent = send({
      hostname: origin.hostname.replace(/^\[|\]$/g, ''),
      port: origin.port,
      path: request.path,
      method: request.method,
      headers: request.headers,
      agent: agent ?? false,
      maxHeaderSize: largestHeaders,
      ...(signal === undefined ? {} : { signal }),
    });
    const timer = setTimeout(() => broken(answer === null ? 'silent' : 'slow'), timeoutMilliseconds);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
      // What is whole may be followed by the next one on the same connection.
      if (agent === undefined || answer?.complete !== true) sent.destroy();
    };
    const broken = (fault: BrokenAnswer['fault']) => {
      if (!connected && fault === 'silent') {
        settle(() => reject(cannotReach(origin, `no connection within ${timeoutMilliseconds} ms`)));
        return;
      }
      const result = { kind: 'broken', fault, status: answer?.statusCode ?? null } as const;
      settle(() => resolve({ request, result }));
    };

    sent.once('socket', (socket) => {
      connected = !socket.connecting;
      socket.once(origin.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (signal?.aborted === true) settle(() => reject(error));
      else if (error.code?.startsWith('HPE_') === true) broken('not-http');
      else if (connected) broken(answer === null ? 'closed' : 'truncated');
      else settle(() => reject(unreachable(origin, error)));
    });
    sent.once('response', (response) => {
      answer = response;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > largestBody) broken('oversized');
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
        settle(() => resolve({ request, result: { ...result, ...decoded } }));
      });
    });
    sent.end(request.body);
  });
}

/** The body behind its encoding, where that is the one that was asked for; 16 MiB at most. */
function decodedBody(
  request: WireRequest,
  headers: IncomingHttpHeaders,
  body: Buffer,
): { readonly body: Buffer; readonly undecodable: boolean } {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== 'gzip' || request.headers['Accept-Encoding'] !== 'gzip')
    return { body, undecodable: false };
  try {
    return { body: gunzipSync(body, { maxOutputLength: largestDecoded }), undecodable: false };
  } catch {
    return { body, undecodable: true };
  }
}
