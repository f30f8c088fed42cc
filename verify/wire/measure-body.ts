import { connect as connectPlain, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { WireRequest } from './exchange.ts';

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
}: {
  readonly origin: URL;
  readonly request: WireRequest;
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
}): Promise<MeasuredBody> {
  const secure = origin.protocol === 'https:';
  const host = origin.hostname.replace(/^\[|\]$/g, '');
  const port = Number(origin.port === '' ? (secure ? 443 : 80) : origin.port);
  const head = Object.entries({ Host: origin.host, ...request.headers, Connection: 'close' })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const socket = secure
      ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) })
      : connectPlain({ host, port });
    const finish = (complete: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.destroy();
      resolve({ ...measured(Buffer.concat(chunks)), complete });
    };
    const abort = () => finish(false);
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, timeoutMilliseconds);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) abort();
    });
    socket.once('error', abort);
    socket.once('close', () => finish(true));
    socket.write(`${request.method} ${request.path} HTTP/1.1\r\n${head}\r\n\r\n${request.body ?? ''}`);
  });
}

function measured(bytes: Buffer): Omit<MeasuredBody, 'complete'> {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { length: 0, declared: null };
  const declared = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(
    bytes.subarray(0, end).toString('latin1'),
  )?.[1];
  return { length: bytes.length - end - 4, declared: declared === undefined ? null : Number(declared) };
}
