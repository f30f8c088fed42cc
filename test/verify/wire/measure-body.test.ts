import { expect, test } from 'vitest';
import { measureBody } from '../../../verify/wire/measure-body.ts';
import { overTcp } from '../../support/tiny-server.ts';

const request = { method: 'GET', path: '/', headers: {} };
const head = 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n';

test.each([
  ['is longer than it says', 'twelve bytes', { length: 12, declared: 10, whole: true }],
  ['is shorter than it says', 'five!', { length: 5, declared: 10, whole: true }],
  ['says nothing', '', { length: 0, declared: 10, whole: true }],
])('A body that %s is measured', async (_, body, measured) => {
  const server = await overTcp((socket) => socket.once('data', () => socket.end(head + body)));
  const origin = new URL(server.url);
  expect(await measureBody({ origin, request, timeoutMilliseconds: 5_000 })).toEqual(measured);
  await server.close();
});

test('A body that stops, and an abort, leave it open how long it is', async () => {
  const server = await overTcp((socket) => socket.once('data', () => socket.write(`${head}five!`)));
  const origin = new URL(server.url);
  const stopped = { length: 5, declared: 10, whole: false };
  expect(await measureBody({ origin, request, timeoutMilliseconds: 100 })).toEqual(stopped);
  const signal = AbortSignal.timeout(100);
  expect(await measureBody({ origin, request, timeoutMilliseconds: 60_000, signal })).toEqual(stopped);
  await server.close();
});

test('Where nobody takes the connection there is nothing to measure', async () => {
  const origin = new URL('http://127.0.0.1:1');
  expect(await measureBody({ origin, request, timeoutMilliseconds: 5_000 })).toEqual({
    length: 0,
    declared: null,
    whole: false,
  });
});
