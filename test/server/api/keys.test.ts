import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { keyHeaders, keys, listPath, noConnections, vendorLists } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ sandboxToken: 'a-token-of-the-sandbox' });
});
afterAll(() => server.close());

const detail = {
  'open-wearables': 'Invalid or missing API key',
  junction: 'Invalid or missing API key',
  mielto: 'Invalid or missing token',
};

describe.each(vendorLists)('$vendor', (entry) => {
  const { vendor, document, path: template } = entry;
  const checkResponse = createResponseCheck(document);
  const path = listPath(vendor, noConnections);
  const own = keys[vendor].first;
  const header = keyHeaders[vendor];
  const [name = ''] = Object.keys(header(own));
  const others = vendorNames.filter((other) => other !== vendor);

  const refused: [string, OutgoingHttpHeaders][] = [
    ['no key', {}],
    ['an empty key', { [name]: '' }],
    ['a wrong key', header('wrong')],
    ['the beginning of a key', header(own.slice(0, -1))],
    ['a key followed by a character', header(`${own}x`)],
    ['a key in upper case', header(own.toUpperCase())],
    ['a revoked key', header(keys[vendor].revoked)],
    ["the sandbox API's token", header('a-token-of-the-sandbox')],
    ['a very long key', header('k'.repeat(8000))],
    ['a property name of every object', header('__proto__')],
    ['an SQL injection', header("'--")],
    ['the hash of a key', header('f0'.repeat(32))],
    ...others.map((other): [string, OutgoingHttpHeaders] => [
      `the key of ${other}`,
      header(keys[other].first),
    ]),
    ...others.map((other): [string, OutgoingHttpHeaders] => [
      `its key in the header of ${other}`,
      keyHeaders[other](own),
    ]),
    ['its key in a header with a similar name', { [`${name}s`]: own, 'X-Open-Wearables-API-Keys': own }],
    ['its key in a cookie', { Cookie: `${name}=${own}; api_key=${own}` }],
    ...(vendor === 'mielto'
      ? ([
          ['only the scheme', { Authorization: 'Bearer' }],
          ['the scheme and spaces', { Authorization: 'Bearer   ' }],
          ['only the token', { Authorization: own }],
          ['the scheme Basic', { Authorization: `Basic ${own}` }],
          ['Basic credentials', { Authorization: `Basic ${Buffer.from(`${own}:`).toString('base64')}` }],
          ['two tokens in one header', { Authorization: `Bearer ${own}, Bearer ${own}` }],
          ['a token followed by a word', { Authorization: `Bearer ${own} x` }],
          ['a token in quotes', { Authorization: `Bearer "${own}"` }],
        ] satisfies [string, OutgoingHttpHeaders][])
      : ([
          ['two headers', { [name]: [own, own] }],
          ['a right and a wrong header', { [name]: [own, 'wrong'] }],
          ['a scheme before the key', { [name]: `Bearer ${own}` }],
        ] satisfies [string, OutgoingHttpHeaders][])),
  ];

  test.each(refused)('refuses %s', async (_, headers) => {
    const answer = await ask(server.url, { path, headers });
    expect({ status: answer.status, json: answer.json }).toEqual({
      status: 401,
      json: { detail: detail[vendor] },
    });
    expect(await checkResponse({ method: 'get', path: template }, answer)).toEqual([]);
  });

  for (const other of entry.key.otherHeaders) {
    test.each([
      ['its key', { [other]: own }, 200],
      ['a wrong key', { [other]: 'wrong' }, 401],
      ['a revoked key', { [other]: keys[vendor].revoked }, 401],
      ['its key after a scheme', { [other]: `Bearer ${own}` }, 401],
      [`a wrong key, and the right key in ${name}`, { [other]: 'wrong', [name]: own }, 200],
      [`its key, and a wrong key in ${name}`, { [other]: own, [name]: 'wrong' }, 401],
      [`its key, and an empty ${name}`, { [other]: own, [name]: '' }, 401],
    ])(`answers %s in ${other} with the status of the first header`, async (_, headers, status) => {
      // Asked twice: the second answer comes from the cache if there is one.
      for (const answer of [
        await ask(server.url, { path, headers }),
        await ask(server.url, { path, headers }),
      ])
        expect(answer.status).toBe(status);
    });

    test(`uses the workspace of the key in ${name} if ${other} has the key of another workspace`, async () => {
      const { first, second } = keys[vendor];
      const sandbox = { Authorization: 'Bearer a-token-of-the-sandbox' };
      const { json } = await post(server.url, '/sandbox/workspaces', {}, sandbox);
      const made = json as { own_user_id: string; keys: Record<typeof vendor, string> };
      const mine = listPath(vendor, made.own_user_id);
      const both = (one: string, two: string) => ({ [name]: one, [other]: two });
      expect((await ask(server.url, { path: mine, headers: both(made.keys[vendor], first) })).status).toBe(
        200,
      );
      expect((await ask(server.url, { path: mine, headers: both(second, made.keys[vendor]) })).status).toBe(
        404,
      );
    });
  }

  test('does not accept a key in the query', async () => {
    const query = [name, 'api_key', 'token', 'access_token']
      .map((parameter) => `${parameter}=${own}`)
      .join('&');
    expect((await ask(server.url, { path: `${path}?${query}` })).status).toBe(401);
  });

  test.each([
    ['its key', header(own)],
    ['its key in a header in lower case', { [name.toLowerCase()]: header(own)[name] }],
    ["another workspace's key", header(keys[vendor].second)],
    ['its key and a foreign key', { ...keyHeaders[others[0] ?? vendor]('wrong'), ...header(own) }],
  ])('accepts %s', async (_, headers) => {
    expect((await ask(server.url, { path, headers })).status).toBe(200);
  });

  test('accepts the key of a new workspace until the workspace is deleted', async () => {
    const sandbox = { Authorization: 'Bearer a-token-of-the-sandbox' };
    const { json } = await post(server.url, '/sandbox/workspaces', {}, sandbox);
    const made = json as { id: string; keys: Record<typeof vendor, string> };
    const headers = header(made.keys[vendor]);
    expect((await ask(server.url, { path, headers })).status).toBe(200);
    await ask(server.url, { method: 'DELETE', path: `/sandbox/workspaces/${made.id}`, headers: sandbox });
    expect((await ask(server.url, { path, headers })).status).toBe(401);
  });
});

test.each([
  ['bearer mielto_sandbox_token', 200],
  ['BEARER mielto_sandbox_token', 200],
  ['Bearer   mielto_sandbox_token', 200],
  ['Bearer\tmielto_sandbox_token', 401],
])('mielto answers the header %o with %i', async (Authorization, status) => {
  const answer = await ask(server.url, {
    path: listPath('mielto', noConnections),
    headers: { Authorization },
  });
  expect(answer.status).toBe(status);
  expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
});

test('the first of two Authorization headers is used', async () => {
  const path = listPath('mielto', noConnections);
  const [right, wrong] = ['Bearer mielto_sandbox_token', 'Bearer wrong'];
  for (const [Authorization, status] of [
    [[right, wrong], 200],
    [[wrong, right], 401],
  ] as const) {
    expect((await ask(server.url, { path, headers: { Authorization } as never })).status).toBe(status);
  }
});
