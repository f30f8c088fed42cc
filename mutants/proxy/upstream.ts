import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { ExplainedError } from '../../contract/explained-error.ts';
import type { Answer } from './answer.ts';
import { type Call, type Header, headerValues, targetOf } from './call.ts';

/** A request to the upstream server. */
export interface UpstreamRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  /** Null if there is none. */
  readonly body: IncomingMessage | Buffer | null;
  /** Aborts the request when the client disconnects. */
  readonly signal: AbortSignal;
}

/** The server behind the proxy. */
export interface Upstream {
  /** Resolves to the answer when its headers have arrived. */
  send(request: UpstreamRequest): Promise<IncomingMessage>;
  /** Sends a call, and resolves to the complete answer. */
  ask(call: Call, signal: AbortSignal): Promise<Answer>;
  /** Sends bytes that are not HTTP, and passes the reply to the client. */
  relay(bytes: Buffer, client: Socket): void;
  close(): void;
}

const largestMebibytes = 32;

/** Creates an upstream server with persistent connections. */
export function createUpstream(baseUrl: string): Upstream {
  const base = new URL(baseUrl);
  const host = base.hostname.replace(/^\[(.*)\]$/, '$1');
  const isSecure = base.protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const prefix = base.pathname.replace(/\/$/, '');

  function start({ method, target, headers, body }: UpstreamRequest): ClientRequest {
    const kept = endToEnd(headers).filter(([name]) => name.toLowerCase() !== 'host');
    const options = {
      hostname: host,
      port: base.port,
      method,
      // A target that is not a path, such as an absolute URL, gets no prefix.
      path: target.startsWith('/') ? `${prefix}${target}` : target,
      headers: [['Host', base.host], ...withContentLength(method, kept, body)].flat(),
      // A persistent connection may close at any moment, and a request that changes data must not be sent twice.
      agent: isSafe(method) ? agent : false,
    };
    return isSecure ? requestHttps(options) : requestHttp(options);
  }

  function send(asked: UpstreamRequest, isRetry = false): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = start(asked);
      const abort = () => outgoing.destroy();
      asked.signal.addEventListener('abort', abort, { once: true });
      outgoing.once('close', () => asked.signal.removeEventListener('abort', abort));
      outgoing.once('response', resolve);
      outgoing.once('error', (error) => {
        // The server may have closed a persistent connection at the moment it was reused.
        if (outgoing.reusedSocket && !isRetry && asked.body === null && !asked.signal.aborted) {
          return void send(asked, true).then(resolve, reject);
        }
        reject(
          new ExplainedError(
            `The mutating proxy cannot reach ${baseUrl}: ${reasonOf(error)}. Start that server, or use another base URL.`,
          ),
        );
      });
      if (asked.body === null || Buffer.isBuffer(asked.body)) outgoing.end(asked.body ?? undefined);
      else asked.body.pipe(outgoing);
    });
  }

  return {
    send,
    async ask(call, signal) {
      // Only an uncompressed body can be changed.
      const headers = call.headers.filter(([name]) => name.toLowerCase() !== 'accept-encoding');
      const method = call.form === 'head' ? 'HEAD' : call.operation.method.toUpperCase();
      const incoming = await send({ method, target: targetOf(call), headers, body: call.body, signal });
      return {
        status: incoming.statusCode ?? 502,
        headers: endToEnd(headersOf(incoming)),
        body: await readBody(incoming, 'an answer'),
        delivery: 'whole',
      };
    },
    relay(bytes, client) {
      const port = Number(base.port || (isSecure ? 443 : 80));
      const name = isIP(host) === 0 ? { servername: host } : {};
      const outgoing = isSecure ? connectTls({ port, host, ...name }) : connect(port, host);
      outgoing.write(bytes);
      pipeline(outgoing, client, () => outgoing.destroy());
      client.resume().once('close', () => outgoing.destroy());
    },
    close: () => agent.destroy(),
  };
}

/** The headers of a message as pairs, unchanged and in order. */
export function headersOf({ rawHeaders }: IncomingMessage): readonly Header[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The headers without those that apply to one connection only. */
export function endToEnd(headers: readonly Header[]): readonly Header[] {
  const named = headerValues(headers, 'connection').flatMap((value) => value.toLowerCase().split(/\s*,\s*/));
  return headers.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.includes(name.toLowerCase()));
}

/** The headers with the correct length of the body. Some methods must send it also without a body. */
function withContentLength(
  method: string,
  headers: readonly Header[],
  body: UpstreamRequest['body'],
): readonly Header[] {
  const isStated = headerValues(headers, 'content-length').length > 0;
  if (isStated && Buffer.isBuffer(body)) {
    return headers.map((header) => (isLength(header) ? [header[0], String(body.length)] : header));
  }
  if (isStated) return headers;
  if (body !== null) return [...headers, ['Transfer-Encoding', 'chunked']];
  return ['POST', 'PUT', 'PATCH'].includes(method) ? [...headers, ['Content-Length', '0']] : headers;
}

function isLength([name]: Header): boolean {
  return name.toLowerCase() === 'content-length';
}

function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** The complete body of a message. Rejects with an `ExplainedError` if it is too large to be changed. */
export async function readBody(message: IncomingMessage, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largestMebibytes * 1024 * 1024) {
      throw new ExplainedError(
        `The mutating proxy cannot change ${what}: its body is larger than ${largestMebibytes} MiB. Send a smaller body, or use the server directly.`,
      );
    }
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
