import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { measureBody } from '../../../verify/wire/measure-body.ts';
import { overTcp } from '../../support/tiny-server.ts';

const request = { method: 'GET', path: '/', headers: {} };
const head = 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['longer than declared', 'twelve bytes', { length: 12, declared: 10, complete: true }],
  ['shorter than declared', 'five!', { length: 5, declared: 10, complete: true }],
  ['empty', '', { length: 0, declared: 10, complete: true }],
])('A body that is %s is measured', async (_, body, measured) => {
  const server = await overTcp((socket) => socket.once('data', () => socket.end(head + body)));
  const origin = new URL(server.url);
  expect(await measureBody({ origin, request, timeoutMilliseconds: 60_000 })).toEqual(measured);
  await server.close();
});

test.each<[string, (timeoutMilliseconds: number, controller: AbortController) => void]>([
  ['a timeout', (timeoutMilliseconds) => vi.advanceTimersByTime(timeoutMilliseconds)],
  ['an abort', (_, controller) => controller.abort()],
])('A body that stops is incomplete after %s', async (_, end) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const sent = `${head}five!`;
  const server = await overTcp((socket) => socket.once('data', () => socket.write(sent)));
  const [origin, controller, timeoutMilliseconds] = [new URL(server.url), new AbortController(), 60_000];
  onReceived(sent.length, () => end(timeoutMilliseconds, controller));
  const { signal } = controller;
  expect(await measureBody({ origin, request, timeoutMilliseconds, signal })).toEqual({
    length: 5,
    declared: 10,
    complete: false,
  });
  await server.close();
});

test('Without a connection there is nothing to measure', async () => {
  const origin = new URL('http://127.0.0.1:1');
  expect(await measureBody({ origin, request, timeoutMilliseconds: 60_000 })).toEqual({
    length: 0,
    declared: null,
    complete: false,
  });
});

/** Calls back after the next client socket of this process has handled this many bytes. */
function onReceived(bytes: number, callback: () => void): void {
  const onSocket = (message: unknown) => {
    const socket = typeof message === 'object' && message !== null && 'socket' in message && message.socket;
    if (!(socket instanceof Socket)) return;
    unsubscribe('net.client.socket', onSocket);
    let received = 0;
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length;
      // The other listeners of this event run first.
      if (received >= bytes) queueMicrotask(callback);
    });
  };
  subscribe('net.client.socket', onSocket);
}
