import { connect as connectPlain, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { WireRequest } from './exchange.ts';

/** How long a body is, and how long it was said to be; null where its length was not declared. */
export interface MeasuredBody {
  readonly length: number;
  readonly declared: number | null;
  /** False where the time ran out or the connection broke, so that there may have been more. */
  readonly whole: boolean;
}

const mostBytes = 4 * 1024 * 1024;

/**
 * Sends a request on a connection that is to be closed afterwards, and counts every byte behind the headers: an HTTP
 * library stops at the length that was declared. What came within the time, and before an abort, is counted.
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
    const finish = (whole: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', breakOff);
      socket.destroy();
      resolve({ ...measured(Buffer.concat(chunks)), whole });
    };
    const breakOff = () => finish(false);
    signal?.addEventListener('abort', breakOff);
    const timer = setTimeout(breakOff, timeoutMilliseconds);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) breakOff();
    });
    socket.once('error', breakOff);
    socket.once('close', () => finish(true));
    socket.write(`${request.method} ${request.path} HTTP/1.1\r\n${head}\r\n\r\n${request.body ?? ''}`);
  });
}

function measured(bytes: Buffer): Omit<MeasuredBody, 'whole'> {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { length: 0, declared: null };
  const declared = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(
    bytes.subarray(0, end).toString('latin1'),
  )?.[1];
  return { length: bytes.length - end - 4, declared: declared === undefined ? null : Number(declared) };
}
