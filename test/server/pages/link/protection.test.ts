import { describe, expect, test } from 'vitest';
import { ask } from '../../../support/raw-http.ts';
import { locationOf, useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const granting = 'outcome=grant&scope=activity';

/** The URL of each page, in the state of a link that has just begun. */
async function paths(): Promise<string[]> {
  const { token } = await server.beginWidget();
  const { path } = await server.beginConsent();
  return [
    `/link?token=${token}`,
    path,
    '/link/callback?state=unknown',
    '/link/finished',
    '/link',
    '/consent/nothing',
  ];
}

describe('Every page', () => {
  test('cannot be framed, stored, scripted or read by another origin, and does not pass its URL on', async () => {
    for (const path of await paths()) {
      const { headers } = await server.get(path, { Origin: 'https://evil.example' });
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none';style-src 'sha256-[^']+';img-src data:;base-uri 'none';form-action (?:'none'|'self'[^;]*);frame-ancestors 'none'$/,
        ),
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('cross-origin-opener-policy');
    }
  });

  test('refuses other methods and names its own', async () => {
    const [widget = '', consent = '', callback = '', finished = ''] = await paths();
    for (const [path, allow] of [
      [widget, 'GET, HEAD, POST, OPTIONS'],
      [consent, 'GET, HEAD, POST, OPTIONS'],
      [callback, 'GET, HEAD, OPTIONS'],
      [finished, 'GET, HEAD, OPTIONS'],
    ] as const) {
      for (const method of ['PUT', 'DELETE', 'PATCH', ...(allow.includes('POST') ? [] : ['POST'])]) {
        const answer = await ask(server.url(), { method, path });
        expect([path, method, answer.status, answer.headers.allow]).toEqual([path, method, 405, allow]);
      }
      const asked = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
      const options = await ask(server.url(), { method: 'OPTIONS', path, headers: asked });
      expect([options.status, options.headers.allow]).toEqual([204, allow]);
      expect(options.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('answers HEAD without deciding anything', async () => {
    const { path, token, userId } = await server.beginConsent();
    const head = (url: string) => ask(server.url(), { method: 'HEAD', path: url });
    const answer = await head(`${path}&simulate=grant`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect((await server.store().links.find(token, 'consent'))?.pending).toBeNull();
    const callback = new URL(locationOf(await server.get(`${path}&simulate=grant`)));
    expect((await head(callback.pathname + callback.search)).status).toBe(200);
    expect(await server.connectionsOf(userId)).toEqual([]);
  });
});

describe('A form', () => {
  test.each([
    ['without the cookie of its page', { cookie: '' }],
    ['with another cookie', { cookie: 'link_form_0000000000000000=x' }],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another port', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    const { path, token } = await server.beginConsent();
    expect((await server.submit(path, granting, headers)).status).toBe(403);
    expect((await server.store().links.find(token, 'consent'))?.pending).toBeNull();
  });

  test('is refused with the cookie of another link', async () => {
    const [mine, theirs] = [await server.beginConsent(), await server.beginConsent()];
    const page = await server.get(mine.path);
    const cookie = String(page.headers['set-cookie']).split(';')[0];
    expect((await server.submit(theirs.path, granting, { cookie })).status).toBe(403);
  });

  test('of one page among several is accepted with all their cookies', async () => {
    const [first, second] = [await server.beginConsent(), await server.beginConsent()];
    const cookies = await Promise.all(
      [first, second].map(
        async ({ path }) => String((await server.get(path)).headers['set-cookie']).split(';')[0],
      ),
    );
    for (const { path } of [first, second])
      expect((await server.submit(path, granting, { cookie: cookies.join('; ') })).status).toBe(303);
  });

  test('sets a cookie that no script, other site or other path gets', async () => {
    const { path, token } = await server.beginConsent();
    const cookie = String((await server.get(path)).headers['set-cookie']);
    expect(cookie).toMatch(
      /^link_form_[\da-f]{16}=[\w-]{43}; Max-Age=3600; Path=\/consent\/oura; .*HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(token);
  });

  test.each([
    ['a body that is not a form', 415, { 'Content-Type': 'application/json' }, '{}'],
    ['a body without a type', 415, { 'Content-Type': '' }, granting],
    ['a body that is too large', 413, form, `x=${'a'.repeat(65_536)}`],
    ['an unknown encoding', 415, { ...form, 'Content-Encoding': 'rot13' }, granting],
    ['a broken encoding', 400, { ...form, 'Content-Encoding': 'gzip' }, granting],
    ['an empty body', 400, form, ''],
    ['an unknown outcome', 400, form, 'outcome=explode'],
    ['an outcome twice', 400, form, 'outcome=grant&outcome=deny'],
    ['an unknown account', 400, form, `${granting}&account=eve`],
    ['bytes that are not text', 400, form, 'outcome=%ff%00'],
  ])('with %s is a %i', async (_, status, headers, body) => {
    const { path, token } = await server.beginConsent();
    const answer = await server.submit(path, body, headers);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect((await server.store().links.find(token, 'consent'))?.pending).toBeNull();
  });
});

test('a form may lead to the site of the application, and to nothing else', async () => {
  for (const [redirectUrl, targets] of [
    [null, "'self'"],
    ['https://app.example/done', "'self' http: https:"],
    ['myapp://done', "'self' myapp:"],
  ] as const) {
    const { path } = await server.beginConsent({ redirectUrl });
    const { headers } = await server.get(path);
    expect(headers['content-security-policy']).toContain(`;form-action ${targets};`);
  }
});

test('markup in a user name, a provider or a parameter is shown as text', async () => {
  const { path } = await server.beginConsent();
  for (const url of [`${path}&simulate=%3Cscript%3E`, '/consent/%3Cscript%3E', '/link?token=%3Cscript%3E'])
    expect((await server.get(url)).text).not.toContain('<script');
});

test('no token, code, cookie or decision is in the log', async () => {
  const { path, token, userId } = await server.beginConsent();
  const decided = await server.submit(path, granting);
  await server.get(locationOf(decided));
  expect(await server.connectionsOf(userId)).toHaveLength(1);
  const code = new URL(locationOf(decided)).searchParams.get('code') ?? '';
  expect(server.logText()).toContain('/link/callback');
  for (const secret of [token, code, 'link_form_', 'oura-alex'])
    expect(server.logText()).not.toContain(secret);
});

test('a request with a wrong Host or Expect is refused by a page', async () => {
  const { path } = await server.beginConsent();
  expect((await server.get(path, { Expect: 'something' })).status).toBe(417);
});
