import { afterAll, expect, test } from 'vitest';
import { ask } from '../../../support/raw-http.ts';
import { north } from '../two-tenants.ts';
import { startSpringServer } from './spring-server.ts';

const { url, close } = await startSpringServer();
afterAll(close);

const headers = { Authorization: `Bearer ${north.keys.mielto}` };
const path = '/api/v1/connections/users/ada%40example.org';

test.each([
  ['%D9%A1%D9%A0', 10],
  ['%2B7', 7],
])('The Spring server reads a limit of %s', async (limit, size) => {
  const answer = await ask(url, { path: `${path}?limit=${limit}`, headers });
  expect(answer).toMatchObject({ status: 200, json: { size } });
  expect(answer.headers['content-type']).toBe('application/json;charset=UTF-8');
});

test.each(['2147483648', '1_0', '', '10.0'])('The Spring server refuses a skip of "%s"', async (skip) => {
  const detail = [{ loc: ['query', 'skip'], msg: 'the value is not accepted', type: 'typeMismatch' }];
  expect(await ask(url, { path: `${path}?skip=${skip}`, headers })).toMatchObject({
    status: 422,
    json: { detail },
  });
});

test.each([
  [400, 'Bad Request', `${path}%00`],
  [404, 'Not Found', '/api/v1/nothing'],
])('The Spring server reports %i in its own form', async (status, error, sent) => {
  expect(await ask(url, { path: sent, headers })).toMatchObject({
    status,
    json: { status, error, path: sent },
  });
});
