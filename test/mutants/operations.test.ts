import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Contract, contractOf, readContract } from '../../contract/contract.ts';
import type { OpenApiDocument, OperationObject, PathItem } from '../../contract/openapi-document.ts';
import { jsonAnswer } from '../../mutants/proxy/answer.ts';
import { targetOf } from '../../mutants/proxy/call.ts';
import { operationMatcher } from '../../mutants/proxy/match-operation.ts';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { ask, exchange } from '../support/raw-http.ts';
import { listPath } from '../support/vendor-calls.ts';
import { startMirror } from './start-mirror.ts';

const list = '/api/v1/connections/users/{user_id}';
const one = '/api/v1/connections/{connection_id}';

/** The real contracts, but Mielto's with more operations. */
function readLarger(vendor: Vendor): Contract {
  const { document } = readContract(vendor);
  if (vendor !== 'mielto') return readContract(vendor);
  const operation = (operationId: string): OperationObject => ({ operationId, responses: {} });
  const larger: OpenApiDocument = {
    ...document,
    paths: {
      ...document.paths,
      [one]: { get: operation('getOne'), delete: operation('deleteOne') },
      '/api/v1/connections/mine': { get: operation('getMine') },
      '/api/v1/connections/{connection_id}/logs/{from}.{to}': { get: operation('getLogs') },
      [list]: { ...document.paths[list], post: operation('createOne') } satisfies PathItem,
    },
  };
  return contractOf(vendor, larger);
}

const matchOperation = operationMatcher(readLarger);

test.each([
  [
    'GET',
    '/api/v1/connections/users/u%2F1?limit=1',
    'listMieltoConnections',
    { user_id: 'u%2F1' },
    '?limit=1',
  ],
  ['POST', '/api/v1/connections/users/u1', 'createOne', { user_id: 'u1' }, ''],
  ['GET', '/api/v1/connections/c1', 'getOne', { connection_id: 'c1' }, ''],
  ['DELETE', '/api/v1/connections/c1?', 'deleteOne', { connection_id: 'c1' }, '?'],
  ['GET', '/api/v1/connections/mine', 'getMine', {}, ''],
  ['GET', '/api/v1/connections/c1/logs/1.2', 'getLogs', { connection_id: 'c1', from: '1', to: '2' }, ''],
])('%s %s is the operation %s', (method, target, id, pathParameters, search) => {
  const matched = matchOperation(method, target);
  expect(matched).toMatchObject({ vendor: 'mielto', operation: { id }, search });
  expect(matched?.pathParameters).toEqual(pathParameters);
  if (matched !== null) expect(targetOf({ ...matched, headers: [], body: null })).toBe(target);
});

test.each([
  ['PUT', '/api/v1/connections/c1'],
  ['HEAD', '/api/v1/connections/mine'],
  ['GET', '/api/v1/connections/'],
  ['GET', '/api/v1/connections/c1/'],
  ['GET', '/v1/connections/mine'],
  ['GET', '//api/v1/connections/mine'],
  ['GET', '/api/v1/connections/c1/logs/12'],
])('%s %s is not an operation of any contract', (method, target) => {
  expect(matchOperation(method, target)).toBeNull();
});

describe('a mutant of operations that are not the list', () => {
  const mutant: Mutant = {
    id: 'made-up',
    title: 'Created and deleted connections are visible to other users',
    vendors: ['mielto'],
    operations: ['createOne', 'deleteOne'],
    caughtBy: ['isolation.two-users'],
    begin: () => async (call, asking) => {
      const { body } = await asking({ ...call, headers: [...call.headers, ['X-Broken', call.operation.id]] });
      return jsonAnswer(207, JSON.parse(body.toString()));
    },
  };
  let proxy: MutatingProxy;
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    const mirror = await startMirror();
    closing.push(() => mirror.close());
    proxy = await startMutatingProxy({ baseUrl: mirror.url, mutant, readContract: readLarger });
    closing.push(() => proxy.close());
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const body = '{"b":1,  "a":"é"}\r\n';
  test.each([
    ['with a length', `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`],
    [
      'in chunks',
      `Transfer-Encoding: chunked\r\n\r\n6\r\n${body.slice(0, 6)}\r\n${(Buffer.byteLength(body) - 6).toString(16)}\r\n${body.slice(6)}\r\n0\r\n\r\n`,
    ],
  ])('sends the body %s to the upstream server unchanged, and breaks the answer', async (_, rest) => {
    const head = `POST ${listPath('mielto', 'u1')}?x=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
    const answer = await exchange(proxy.url, head + rest);
    expect(answer).toMatch(/^HTTP\/1\.1 207 /);
    const seen = JSON.parse(answer.slice(answer.indexOf('{')));
    expect(seen).toMatchObject({ line: `POST ${listPath('mielto', 'u1')}?x=%zz`, body });
    expect(seen.headers).toEqual(expect.arrayContaining(['X-Broken', 'createOne']));
  });

  test('breaks an operation without a body', async () => {
    const answer = await ask(proxy.url, { method: 'DELETE', path: '/api/v1/connections/c1' });
    expect(answer).toMatchObject({ status: 207, json: { line: 'DELETE /api/v1/connections/c1', body: '' } });
  });

  test.each([
    ['GET', listPath('mielto', 'u1')],
    ['GET', '/api/v1/connections/c1'],
    ['POST', '/api/v1/connections/c1'],
    ['POST', listPath('junction', 'u1')],
  ])('passes on %s %s, which it does not break', async (method, path) => {
    const answer = await ask(proxy.url, { method, path, body });
    expect(answer).toMatchObject({ status: 200, json: { line: `${method} ${path}`, body } });
    expect(answer.headers['x-twice']).toBe('one, two');
  });

  test('refuses a body that is too large to be changed, with the reason', async () => {
    const large = Buffer.alloc(32 * 1024 * 1024 + 1, 'x');
    const path = listPath('mielto', 'u1');
    expect(await ask(proxy.url, { method: 'POST', path, body: large })).toMatchObject({
      status: 502,
      text: 'The mutating proxy cannot change a request: its body is larger than 32 MiB. Send a smaller body, or use the server directly.\n',
    });
  });
});

test('a mutant that names no operation breaks only the list, and the body of a GET is passed on', async () => {
  const mirror = await startMirror();
  const mutant: Mutant = {
    id: 'made-up',
    title: 'A list returns 207',
    vendors: ['mielto'],
    caughtBy: ['shape.200.status'],
    begin: () => async (call, asking) => ({ ...(await asking(call)), status: 207 }),
  };
  const proxy = await startMutatingProxy({ baseUrl: mirror.url, mutant, readContract: readLarger });
  const path = listPath('mielto', 'u1');
  const statusOf = async (method: string) => {
    const { status, json } = await ask(proxy.url, { method, path, body: 'hello' });
    expect(json).toMatchObject({ body: 'hello' });
    return status;
  };
  expect([await statusOf('GET'), await statusOf('POST')]).toEqual([207, 200]);
  await proxy.close();
  await mirror.close();
});
