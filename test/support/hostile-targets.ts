import type { ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { freePort } from './free-port.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';
import { listening, overHttp, overTcp, type TinyServer } from './tiny-server.ts';

/** A target that tries to make the verifier fail, hang or leak its key. */
export type HostileTarget = Pick<TinyServer, 'url' | 'close'>;

/** An address at which no server is running. */
export async function notRunning(): Promise<HostileTarget> {
  return { url: `http://127.0.0.1:${await freePort()}`, close: async () => undefined };
}

export async function noSuchHost(): Promise<HostileTarget> {
  return { url: 'http://no-such-host.invalid', close: async () => undefined };
}

/** Serves plain HTTP at an `https:` URL. */
export async function plainBehindHttps(): Promise<HostileTarget> {
  const { url, close } = await overHttp((_request, response) => response.end('{}'));
  return { url: url.replace('http:', 'https:'), close };
}

export async function selfSigned(): Promise<HostileTarget> {
  const server = createHttpsServer(selfSignedCertificate(), (_request, response) => response.end('{}'));
  return listening(server, 'https');
}

export async function neverAnswers(): Promise<TinyServer> {
  return overTcp(() => undefined);
}

export async function closesAtOnce(): Promise<HostileTarget> {
  return overTcp((socket) => socket.once('data', () => socket.destroy()));
}

export async function garbage(): Promise<HostileTarget> {
  return overTcp((socket) =>
    socket.once('data', () => socket.end(Buffer.from('\x00\xff\x1b[2J not at all HTTP\r\n\r\n', 'latin1'))),
  );
}

export async function endlessHeaders(): Promise<HostileTarget> {
  return overTcp((socket) =>
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\n');
      pour(socket, Buffer.from(`X-Filler: ${'x'.repeat(8_000)}\r\n`));
    }),
  );
}

export async function closesHalfWay(): Promise<HostileTarget> {
  return overTcp((socket) =>
    socket.once('data', () =>
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"providers":[',
      ),
    ),
  );
}

export async function neverEndsItsBody(): Promise<HostileTarget> {
  return overHttp((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"providers":[');
  });
}

/** Sends an endless body as fast as the client reads it. */
export async function endlessBody(): Promise<HostileTarget> {
  return overHttp((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    pour(response, Buffer.alloc(1024 * 1024, ' '));
  });
}

export async function redirectsToItself(): Promise<HostileTarget> {
  return overHttp((request, response) => {
    response.writeHead(302, { Location: request.url ?? '/' }).end();
  });
}

/** Sends an empty list, or two compressed gigabytes if the client accepts gzip. */
export async function gzipBomb(): Promise<HostileTarget> {
  const member = gzipSync(Buffer.alloc(1024 * 1024, ' '), { level: 9 });
  const bomb = Buffer.concat(Array.from({ length: 2_000 }, () => member));
  return overHttp((request, response) => {
    const acceptsGzip = /gzip/.test(String(request.headers['accept-encoding']));
    const encoding = acceptsGzip ? { 'Content-Encoding': 'gzip' } : {};
    response.writeHead(200, { 'Content-Type': 'application/json', ...encoding });
    response.end(acceptsGzip ? bomb : '{"providers":[]}');
  });
}

/** Repeats the caller's key in its status 500, headers and body. */
export async function echoesTheKey(): Promise<HostileTarget> {
  return overHttp((request, response) => {
    const key = String(request.headers['x-vital-api-key'] ?? '');
    const encoded = Buffer.from(key).toString('base64');
    response.writeHead(500, { 'Content-Type': 'text/plain', 'X-Debug': key, Location: `/?key=${key}` });
    response.end(`Error: ${key} ${encoded} ${encodeURIComponent(key)} at handler (/srv/app.js:1:1)`);
  });
}

function pour(stream: Socket | ServerResponse, chunk: Buffer): void {
  if (stream.destroyed) return;
  while (stream.write(chunk));
  stream.once('drain', () => pour(stream, chunk));
}
