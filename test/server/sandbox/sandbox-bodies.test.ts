import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { ask, exchange, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { noConnections, unknown } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const checkResponse = createResponseCheck('sandbox.yaml');
const template = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
const path = `/sandbox/workspaces/ws_sandbox/users/${noConnections}/connections`;
const json = { 'Content-Type': 'application/json' };
const slack = (more: object) => JSON.stringify({ provider: 'slack', ...more });
const notUtf8 = Buffer.from(slack({ label: 'é' }), 'latin1');
const config = (text: string) => `{"provider":"slack","config":{"a":${text}}}`;

describe('a connection is refused with a documented answer if', () => {
  test.each([
    ['the body is not JSON', 400, '{', json],
    ['the body is incomplete', 400, '{"provider":', json],
    ['the body is not UTF-8', 400, notUtf8, json],
    [
      'the body is not compressed but has a Content-Encoding',
      400,
      '{}',
      { ...json, 'Content-Encoding': 'gzip' },
    ],
    ['the body is null', 422, 'null', json],
    ['the body is a number', 422, '5', json],
    ['the body is a string', 422, '"x"', json],
    ['the body is a list', 422, '[]', json],
    ['the body is too large', 413, config(`"${'a'.repeat(70_000)}"`), json],
    ['the decompressed body is too large', 413, gzipSync(config(`"${'a'.repeat(9_000_000)}"`)), packed()],
    ['the body is text', 415, '{}', { 'Content-Type': 'text/plain' }],
    ['the body is a form', 415, 'provider=slack', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['the body has no type', 415, '{}', {}],
    ['the body is in an unknown charset', 415, '{}', { 'Content-Type': 'application/json; charset=x' }],
    ['the body has an unknown encoding', 415, '{}', { ...json, 'Content-Encoding': 'x' }],
    ['lists are nested 20,000 deep', 422, config(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), json],
    ['objects are nested 9,000 deep', 422, config(`${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`), json],
    ['a number has 60,000 digits', 422, config('9'.repeat(60_000)), json],
    ['a field is unknown', 422, slack({ x: 1 }), json],
    ['a field is unknown and its name is long', 422, slack({ ['x'.repeat(9000)]: 1 }), json],
    ['a field is named __proto__', 422, '{"provider":"slack","__proto__":{}}', json],
    ['a field has another type', 422, slack({ label: 5 }), json],
    ['the provider cannot exist', 422, slack({ provider: 'No such provider' }), json],
    ["the provider is a vendor's own slug of another", 422, slack({ provider: 'apple_health_kit' }), json],
    ['a wearable has an integration type', 422, slack({ provider: 'oura', integration_type: 'api' }), json],
    ['an integration has no integration type', 422, slack({ integration_type: null }), json],
    ['the day does not exist', 422, slack({ created_at: '2024-02-30T00:00:00Z' }), json],
    ['it was created in the future', 422, slack({ created_at: tomorrow() }), json],
    ['it was created after the year 9999', 422, slack({ created_at: '9999-12-31T23:59:59-23:59' }), json],
    ['it was created before the year 0', 422, slack({ created_at: '0000-01-01T00:00:00+23:59' }), json],
    ['a resource has no name', 422, slack({ resources: { '': available } }), json],
    ['a resource has a long name', 422, slack({ resources: { ['x'.repeat(256)]: available } }), json],
  ])('%s', async (_, status, body, headers) => {
    const answer = await ask(server.url, { method: 'POST', path, headers, body });
    expect({
      status: answer.status,
      findings: await checkResponse({ method: 'post', path: template }, answer),
    }).toEqual({
      status,
      findings: [],
    });
  });

  test.each([
    ['an incomplete body', '{', json, 'The body is not valid JSON.'],
    ['bytes that are not UTF-8', notUtf8, json, 'The body is not valid UTF-8.'],
    ['another type', '{}', { 'Content-Type': 'text/plain' }, 'The body is not application/json.'],
    ['another charset', '{}', inCharset('latin1'), 'The charset of the body is not UTF-8.'],
    ['a charset that JSON cannot have', '{}', inCharset('utf-16'), 'The charset of the body is not UTF-8.'],
    ['an unknown charset', '{}', inCharset('"x"'), 'The charset of the body is not UTF-8.'],
    [
      'an unknown encoding',
      '{}',
      { ...json, 'Content-Encoding': 'x' },
      'The content encoding of the body is not gzip, deflate, br or zstd.',
    ],
    [
      'a wrong encoding',
      '{}',
      { ...json, 'Content-Encoding': 'gzip' },
      'The body does not have the encoding that Content-Encoding names.',
    ],
  ])('its body has a fault, which the answer names: %s', async (_, body, headers, detail) => {
    expect((await ask(server.url, { method: 'POST', path, headers, body })).json).toMatchObject({ detail });
  });

  const secrets = ['token', 'ACCESS_TOKEN', 'refreshToken', 'Api-Key', 'apikey', 'PassWord', 'client_secret'];
  test.each(secrets)('its config contains a key that names a secret, at any depth: %s', async (name) => {
    for (const hidden of [{ [name]: 1 }, { a: { [name]: 1 } }, { a: [[{ b: [{ [name]: null }] }]] }]) {
      const { status, text } = await post(server.url, path, { provider: 'slack', config: hidden });
      expect(status).toBe(422);
      expect(text).toContain('must not contain a key that names a secret');
    }
  });
});

test.each([
  ['POST', path],
  ['POST', '/sandbox/workspaces'],
  ['POST', '/sandbox/workspaces/ws_sandbox/users'],
])('%s %s reports that a body is not an object', async (_, target) => {
  for (const body of ['null', '5', '"x"', 'true', '[]']) {
    expect(await post(server.url, target, body)).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '/body', detail: 'must be object' }] },
    });
  }
});

describe('a required body that is missing is a 422', () => {
  const missing = { status: 422, json: { errors: [{ pointer: '/body', detail: 'is required' }] } };
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`;

  test.each([{}, json, { 'Content-Type': 'text/plain' }])(
    'without a body, with the headers %o',
    async (headers) => {
      expect(await ask(server.url, { method: 'POST', path, headers })).toMatchObject(missing);
      expect(await ask(server.url, { method: 'POST', path, headers, body: '' })).toMatchObject(missing);
    },
  );

  test('chunked, without a chunk', async () => {
    const answer = await exchange(server.url, `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(answer).toContain('{"pointer":"/body","detail":"is required"}');
  });

  test('compressed', async () => {
    const answer = await ask(server.url, { method: 'POST', path, headers: packed(), body: gzipSync('') });
    expect(answer).toMatchObject(missing);
  });
});

describe('a body is ignored if the operation has none:', () => {
  test.each([
    ['GET', '/sandbox/scenarios', 200],
    ['DELETE', `/sandbox/workspaces/ws_sandbox/users/${unknown}`, 404],
    ['POST', `${path}/${unknown}/sync`, 404],
    ['POST', '/sandbox/reset', 204],
  ])('%s %s', async (method, target, status) => {
    for (const headers of [json, { 'Content-Type': 'text/plain' }, {}]) {
      expect((await ask(server.url, { method, path: target, headers, body: '{' })).status).toBe(status);
    }
  });
});

test.each([{}, json, { 'Content-Type': 'text/plain' }])(
  'an optional body may be missing, with the headers %o',
  async (headers) => {
    for (const body of [{}, { body: '' }]) {
      const request = { method: 'POST', path: '/sandbox/workspaces', headers, ...body };
      expect(await ask(server.url, request)).toMatchObject({
        status: 201,
        json: { name: expect.stringMatching(/^ws_/) },
      });
    }
  },
);

test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON; a=b'])(
  'a body of the type %s is read',
  async (type) => {
    const body = `\ufeff${slack({ label: 'équipe' })}`;
    const answer = await ask(server.url, { method: 'POST', path, headers: { 'Content-Type': type }, body });
    expect(answer).toMatchObject({ status: 201, json: { label: 'équipe' } });
  },
);

const available = { status: 'available', scope_requirements: null };

function inCharset(charset: string) {
  return { 'Content-Type': `application/json; charset=${charset}` };
}

function packed() {
  return { ...json, 'Content-Encoding': 'gzip' };
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}
