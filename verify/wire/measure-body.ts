import { connect as connectPlain, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { createAgent } from './create-agent.ts';
import type { WireRequest } from './exchange.ts';
import { proxyHeaders } from './proxy-for.ts';

/** The actual and the declared length of a body. `declared` is null without a `Content-Length`. */
export interface MeasuredBody {
  readonly length: number;
  readonly declared: number | null;
  /** False if the time ran out or the connection failed, so that the body can be longer. */
  readonly complete: boolean;
}

const maxBytes = 4 * 1024 * 1024;

/**
 * Sends a request with `Connection: close` and counts all bytes after the headers. An HTTP library would stop at the
 * declared length. Bytes received before a timeout or an abort are counted.
 */
export function measureBody({
  origin,
  request,
  timeoutMilliseconds,
  signal,
  proxy = null,
}: {
  readonly origin: URL;
  readonly request: WireRequest;
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** The proxy to send it through, if any. */
  readonly proxy?: URL | null;
}): Promise<MeasuredBody> {
  const forwarder = origin.protocol === 'http:' ? proxy : null;
  const headers = { ...(forwarder === null ? {} : proxyHeaders(forwarder)), ...request.headers };
  const head = Object.entries({ Host: origin.host, ...headers, Connection: 'close' })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  const target = forwarder === null ? request.path : origin.origin + request.path;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let socket: Duplex | null = null;
    let isFinished = false;
    const finish = (complete: boolean) => {
      isFinished = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket?.destroy();
      resolve({ ...measured(Buffer.concat(chunks)), complete });
    };
    const abort = () => finish(false);
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, timeoutMilliseconds);
    const use = (opened: Duplex) => {
      if (isFinished) return void opened.destroy();
      socket = opened;
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes) abort();
      });
      socket.once('error', abort);
      socket.once('close', () => finish(true));
      socket.write(`${request.method} ${target} HTTP/1.1\r\n${head}\r\n\r\n${request.body ?? ''}`);
    };
    if (proxy === null || forwarder !== null) use(openSocket(forwarder ?? origin));
    else {
      const options = { ...addressOf(origin), timeout: timeoutMilliseconds };
      createAgent({ origin, proxy }).createConnection(options, (error, opened) =>
        error === null ? use(opened) : abort(),
      );
    }
  });
}

/** Connects to the server of a URL. */
function openSocket(url: URL): Duplex {
  return url.protocol === 'https:' ? connectTls(addressOf(url)) : connectPlain(addressOf(url));
}

function addressOf({ protocol, hostname, port }: URL) {
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port),
    ...(isIP(host) === 0 ? { servername: host } : {}),
  };
}

function measured(bytes: Buffer): Omit<MeasuredBody, 'complete'> {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { length: 0, declared: null };
  const declared = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(
    bytes.subarray(0, end).toString('latin1'),
  )?.[1];
  return { length: bytes.length - end - 4, declared: declared === undefined ? null : Number(declared) };
}
