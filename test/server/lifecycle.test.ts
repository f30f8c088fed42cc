import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { ask, post } from '../support/raw-http.ts';
import { listPath, validKey } from '../support/vendor-calls.ts';

const many = '00000000-0000-4000-8000-000000000008';
const largest = `${listPath('mielto', many)}?limit=1000`;

test('several servers in one process share no data', async () => {
  const [one, other] = await Promise.all([startServer(), startServer()]);
  const created = await post(one.url, '/sandbox/workspaces', { name: 'of one' });
  expect(created.status).toBe(201);
  const { text } = await ask(other.url, { path: '/sandbox/workspaces' });
  expect(text).not.toContain('of one');
  await one.close();
  expect((await ask(other.url, { path: '/readyz' })).status).toBe(200);
  await other.close();
});

test('a port that is in use is reported in one line', async () => {
  const server = await startServer();
  const port = Number(new URL(server.url).port);
  await expect(startServer({ port })).rejects.toThrow(
    /^Cannot listen on 127\.0\.0\.1:\d+: the port is in use\. .+$/,
  );
  expect((await ask(server.url, { path: '/healthz' })).status).toBe(200);
  await server.close();
});

test('an address that this machine does not have is reported as that, with a token or without', async () => {
  for (const host of ['x86_64-conda-linux-gnu', '203.0.113.1']) {
    for (const sandboxToken of ['', 'secret']) {
      await expect(startServer({ host, sandboxToken })).rejects.toThrow(
        `Cannot listen on ${host}: this machine does not have this address. Choose another with --host or HOST.`,
      );
    }
  }
});

test('a port is free again once its server is closed', async () => {
  const first = await startServer();
  const port = Number(new URL(first.url).port);
  await first.close();
  const second = await startServer({ port });
  expect(second.url).toBe(first.url);
  await second.close();
});

test('a client that requests many large pages and reads none does not delay others', async () => {
  const server = await startServer();
  const { hostname, port } = new URL(server.url);
  const [[name, value] = []] = Object.entries(validKey('mielto'));
  const one = `GET ${largest} HTTP/1.1\r\nHost: a\r\n${name}: ${value}\r\n\r\n`;
  const begin = performance.now();
  const socket = connect(Number(port), hostname, () => socket.write(one.repeat(400)));
  // The server has begun to answer.
  await once(socket, 'readable');
  expect((await ask(server.url, { path: '/healthz' })).status).toBe(200);
  expect(performance.now() - begin).toBeLessThan(3_000);
  socket.destroy();
  await server.close();
});

describe('a server that is being closed', () => {
  test('first completes a response to a slow client', async () => {
    const server = await startServer();
    const { socket, firstBytes } = await startSlowDownload(server);
    const closed = server.close();
    const whole = firstBytes + (await readToEnd(socket));
    await closed;
    const [head = '', body = ''] = whole.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(JSON.parse(body)).toMatchObject({ total: 1200, size: 1000 });
  });

  test('first answers a request whose body is still being sent', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 15, Expect: '100-continue' };
    const sent = request({ hostname, port, method: 'POST', path: '/sandbox/workspaces', headers });
    const answered = once(sent, 'response');
    sent.flushHeaders();
    await once(sent, 'continue');
    const closed = server.close();
    sent.end('{"name":"slow"}');
    const [answer] = await answered;
    expect(answer.statusCode).toBe(201);
    answer.resume();
    await closed;
  });

  test('does not wait for keep-alive connections', async () => {
    const server = await startServer();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((done) => {
      const sent = request(server.url, { agent, path: '/healthz' }, (answer) =>
        answer.resume().once('end', done),
      );
      sent.end();
    });
    const start = performance.now();
    await server.close();
    // Node itself ends such a connection after five seconds.
    expect(performance.now() - start).toBeLessThan(4_000);
    agent.destroy();
  });

  test('does not wait for connections without a complete request', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const sockets = ['', 'GET /healthz HTTP/1.1\r\nHost: a\r\n'].map((bytes) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      return socket.on('error', () => undefined);
    });
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await ask(server.url, { path: '/healthz' });
    const start = performance.now();
    await server.close();
    // After ten seconds the server closes all remaining connections.
    expect(performance.now() - start).toBeLessThan(8_000);
    for (const socket of sockets) socket.destroy();
  });

  test('says so in its answers, and resets no connection of a client that keeps it alive', async () => {
    const server = await startServer();
    const clients = Array.from({ length: 8 }, () => askUntilClosing(server.url));
    await Promise.all(clients.map(({ started }) => started));
    const closed = server.close();
    const answers = await Promise.all(clients.map(({ answers }) => answers));
    await closed;
    for (const connections of answers) expect(connections.at(-1)).toBe('close');
  });

  test('closes the connection of a request that it got before', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = 'POST /sandbox/workspaces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Content-Length: 15\r\nExpect: 100-continue\r\n\r\n{"name":`);
    await once(socket, 'data');
    const closed = server.close();
    socket.write('"slow"}');
    const answer = await readToEnd(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 201 Created\r\n/);
    expect(answer).toContain('\r\nConnection: close\r\n');
    await closed;
  });

  test('refuses new connections, and can be closed twice', async () => {
    const server = await startServer();
    await server.close();
    await expect(ask(server.url, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');
    await server.close();
  });
});

/** Sends requests on one connection, one after the other, until an answer closes it. Resolves to all `Connection` headers. */
function askUntilClosing(url: string): { started: Promise<void>; answers: Promise<(string | undefined)[]> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  async function askAll(): Promise<(string | undefined)[]> {
    const connections: (string | undefined)[] = [];
    while (connections.at(-1) !== 'close') {
      const sent = request(url, { agent, path: '/healthz' }).end();
      const [answer] = await once(sent, 'response');
      connections.push(answer.headers.connection);
      await once(answer.resume(), 'end');
      if (connections.length === 20) start();
    }
    agent.destroy();
    return connections;
  }
  return { started, answers: askAll() };
}

/** Requests more than a socket buffers, reads the first bytes, and pauses. */
async function startSlowDownload(server: RunningServer): Promise<{ socket: Socket; firstBytes: string }> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries(validKey('mielto')).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${largest} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers.join('')}\r\n`);
  const [chunk] = await once(socket, 'data');
  socket.pause();
  return { socket, firstBytes: String(chunk) };
}

function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.once('end', () => resolve(text));
    socket.once('error', reject);
    socket.resume();
  });
}
