import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConnectionLimits } from '../../server/connection-limits.ts';
import { createHttpServer } from '../../server/http-server.ts';
import { listen } from '../../server/listen.ts';
import { ask, exchange } from '../support/raw-http.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const answerPath: RequestListener = (request, response) => {
  response.end(request.url);
};

async function start(app: RequestListener, limits: Partial<ConnectionLimits>): Promise<string> {
  const { server, close } = createHttpServer({ app, limits });
  await listen(server, 0, '127.0.0.1');
  ends.push(close);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** Opens a connection that the client never closes by itself. */
async function open(url: string, bytes = ''): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  socket.on('error', () => undefined);
  ends.unshift(async () => void socket.destroy());
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

function pipelined(count: number): string {
  return Array.from({ length: count }, (_, at) => `GET /${at} HTTP/1.1\r\nHost: a\r\n\r\n`).join('');
}

describe('a request that does not arrive', () => {
  test.each([
    ['nothing', '', { headersMilliseconds: 300 }],
    ['half of the headers', 'GET / HTTP/1.1\r\nHost: a\r\n', { headersMilliseconds: 300 }],
    [
      'half of the body',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc',
      { headersMilliseconds: 300, requestMilliseconds: 400 },
    ],
  ])('gets a 408 at its time limit, and the connection is closed: %s', async (_, bytes, limits) => {
    const url = await start((request) => void request.resume(), limits);
    const begin = performance.now();
    const socket = await open(url, bytes);
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    await once(socket, 'end');
    expect(performance.now() - begin).toBeLessThan(1_300);
    expect(text).toMatch(/^HTTP\/1\.1 408 [^{]+\{"detail":"The request took too long"\}$/);
    // The server has also closed its own side: an open one would accept these bytes silently.
    const closed = once(socket, 'close');
    const timer = setInterval(() => socket.write('x'), 50);
    await expect(closed).rejects.toThrow(/EPIPE|ECONNRESET/);
    clearInterval(timer);
  });
});

describe('too many connections', () => {
  test('are refused with a 503 in JSON, until one is closed', async () => {
    const url = await start(answerPath, { connections: 2 });
    const [first] = [await open(url), await open(url)];
    const refused = await exchange(url, 'GET /x HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(refused).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(refused).toMatch(/\r\nRetry-After: \d+\r\n/);
    expect(refused).toMatch(/\r\n\r\n\{"detail":"The server has too many connections"\}$/);
    first.destroy();
    await expect.poll(async () => (await ask(url, { path: '/x' })).status).toBe(200);
  });

  test('never reach the application', async () => {
    const paths: (string | undefined)[] = [];
    const url = await start(
      (request, response) => {
        paths.push(request.url);
        response.end();
      },
      { connections: 1 },
    );
    const first = await open(url);
    await exchange(url, pipelined(3));
    first.destroy();
    await expect.poll(async () => (await ask(url, { path: '/later' })).status).toBe(200);
    expect(paths).toEqual(['/later']);
  });
});

describe('pipelined requests', () => {
  const large = Buffer.alloc(1_000_000);

  test('are all answered, in their order', async () => {
    const url = await start(answerPath, {});
    const text = await exchange(
      url,
      `${pipelined(400)}GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    const bodies = [...text.matchAll(/\r\n\r\n(\/(?:last|\d+))/g)].map(([, body]) => body);
    expect(bodies).toEqual([...Array.from({ length: 400 }, (_, at) => `/${at}`), '/last']);
  });

  test('of a client that does not read are not computed, and the client is cut off', async () => {
    let computed = 0;
    const { promise: cutOff, resolve } = Promise.withResolvers<number>();
    const url = await start(
      (request, response) => {
        computed += 1;
        if (computed === 1) request.socket.once('close', () => resolve(performance.now()));
        response.end(large);
      },
      { readMilliseconds: 300 },
    );
    const begin = performance.now();
    await open(url, pipelined(400));
    expect((await cutOff) - begin).toBeLessThan(3_000);
    expect(computed).toBeLessThan(50);
  });

  test('beyond the limit are not answered: the last answer closes the connection', async () => {
    const url = await start(answerPath, { waitingRequests: 10 });
    const text = await exchange(url, pipelined(400));
    const answers = text.split(/(?=HTTP\/1\.1 )/);
    expect(answers.map((answer) => answer.split('\r\n\r\n')[1])).toEqual(
      Array.from({ length: 11 }, (_, at) => `/${at}`),
    );
    const last = answers.pop();
    for (const answer of answers) expect(answer).toContain('Connection: keep-alive\r\n');
    expect(last).toContain('Connection: close\r\n');
  });

  test('beyond the limit are not even read', async () => {
    const { promise: first, resolve } = Promise.withResolvers<[Socket, () => void]>();
    const url = await start(
      (request, response) => {
        if (request.url === '/0') return resolve([request.socket, () => response.end('/0')]);
        answerPath(request, response);
      },
      { waitingRequests: 10 },
    );
    const client = await open(url, pipelined(10_000));
    const [socket, answerFirst] = await first;
    for (let turns = 0; turns < 20; turns += 1) await ask(url, { path: '/other' });
    expect(socket.bytesRead).toBeLessThan(client.bytesWritten / 2);
    const closed = new Promise((done) => client.once('close', done));
    answerFirst();
    client.end().resume();
    await closed;
  });
});
