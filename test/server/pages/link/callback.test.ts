import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { grantedLink } from '../../../../server/link/consent-decision.ts';
import { locationOf, minute, resultOf, sandbox, useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
const limited = useLinkServer({ limits: { connections: 1 } });
const moment = { now: '2026-03-01T09:00:00.000Z', newId: randomUUID };

/** Decides, and returns the URL of the callback. */
async function decided(of: Parameters<typeof server.beginConsent>[0] = {}, outcome = 'grant') {
  const begun = await server.beginConsent(of);
  return { ...begun, callback: locationOf(await server.get(`${begun.path}&simulate=${outcome}`)) };
}

test('of two completions at once one connects, and the other is reported as late', async () => {
  const { userId, callback } = await decided();
  const results = await Promise.all([server.get(callback), server.get(callback), server.get(callback)]);
  const types = results.map((answer) => resultOf(answer).error_type ?? 'success');
  expect(types.toSorted()).toEqual(['success', 'token_consumed', 'token_consumed']);
  expect(await server.connectionsOf(userId)).toHaveLength(1);
});

test('a refusal uses up the state', async () => {
  const { callback } = await decided({}, 'deny');
  const [first, second] = [await server.get(callback), await server.get(callback)];
  expect([first, second].map((answer) => resultOf(answer).error_type)).toEqual([
    'user_cancelled',
    'token_consumed',
  ]);
});

test('a code that arrives too late connects nothing', async () => {
  const { userId, callback } = await decided();
  server.advance(15 * minute);
  expect(resultOf(await server.get(callback))).toMatchObject({ error_type: 'token_expired' });
  expect(await server.connectionsOf(userId)).toEqual([]);
});

describe('Only the code or the error of the decision is accepted', () => {
  test.each([
    ['another code', (url: string) => url.replace(/code=.*/, 'code=guessed')],
    ['no code', (url: string) => url.replace(/&code=.*/, '')],
    ['the code twice', (url: string) => url.replace(/&(code=.*)/, '&$1&$1')],
    ['an error that did not happen', (url: string) => url.replace(/code=.*/, 'error=access_denied')],
    ['an error beside the code', (url: string) => `${url}&error=access_denied`],
  ])('%s', async (_, changed) => {
    const { userId, callback } = await decided();
    expect(resultOf(await server.get(changed(callback)))).toMatchObject({
      error_type: 'token_not_validated',
    });
    expect(await server.connectionsOf(userId)).toEqual([]);
    expect(resultOf(await server.get(callback))).toMatchObject({ state: 'success' });
  });

  test('a code before anything was decided', async () => {
    const { token, userId } = await server.beginConsent();
    const answer = await server.get(`/link/callback?state=${token}&code=guessed`);
    expect(resultOf(answer)).toMatchObject({ error_type: 'token_not_validated' });
    expect(await server.connectionsOf(userId)).toEqual([]);
  });

  test.each(['', '?state=', '?state=a&state=b'])('a state that is not given once: %s', async (query) => {
    expect((await server.get(`/link/callback${query}`)).status).toBe(400);
  });

  test('a state of another kind or vendor', async () => {
    const widget = await server.beginWidget();
    const foreign = await server.beginConsent({ vendor: 'mielto', provider: 'slack' });
    for (const { token } of [widget, foreign])
      expect((await server.get(`/link/callback?state=${token}&code=x`)).status).toBe(404);
  });
});

describe('A grant that cannot be stored is reported', () => {
  test('the user does not exist any more', async () => {
    const { userId, callback } = await decided();
    await server.store().users.remove(sandbox, userId);
    expect(resultOf(await server.get(callback))).toMatchObject({ error_type: 'invalid_token' });
  });

  test('the user has demo connections', async () => {
    const { userId, callback } = await decided();
    const account = { id: 'demo', username: 'demo' };
    const demo = { ...grantedLink({ userId }, 'fitbit', { account, scopes: [] }), isDemo: true };
    await server.store().connections.connect(sandbox, demo, moment);
    expect(resultOf(await server.get(callback))).toEqual({
      from: 'link',
      state: 'error',
      error_type: 'invalid_token',
      error: 'A user with demo connections cannot connect a real account.',
    });
  });

  test('the user has as many connections as allowed', async () => {
    const { userId, path } = await limited.beginConsent();
    const account = { id: '1', username: 'one' };
    const first = grantedLink({ userId }, 'fitbit', { account, scopes: [] });
    await limited.store().connections.connect(sandbox, first, moment);
    const ended = await limited.get(locationOf(await limited.get(`${path}&simulate=grant`)));
    expect(resultOf(ended)).toMatchObject({ error_type: 'provider_api_error' });
  });
});

describe('The way back', () => {
  test.each([
    ['myapp://done', 'myapp://done?state=success'],
    ['http://localhost:3000/cb?state=old&a=1#top', 'http://localhost:3000/cb?state=success&a=1#top'],
  ])('%s becomes %s', async (redirectUrl, expected) => {
    const { callback } = await decided({ redirectUrl });
    expect(locationOf(await server.get(callback))).toBe(expected);
  });

  test.each([null, 'javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://user@evil.example'])(
    'is a page of this server if the URL is %s',
    async (redirectUrl) => {
      const { callback } = await decided({ redirectUrl });
      const ended = await server.get(callback);
      expect(locationOf(ended)).toBe(`${server.url()}/link/finished?state=success`);
      const page = await server.get(locationOf(ended));
      expect([page.status, page.text.includes('The account is connected')]).toEqual([200, true]);
    },
  );

  test('the last page shows an error as text', async () => {
    const { callback } = await decided({ redirectUrl: null }, 'provider_api_error');
    const { text } = await server.get(locationOf(await server.get(callback)));
    expect(text).toContain('Error: <code>provider_api_error</code>');
    const hostile = await server.get(
      '/link/finished?status=error&error=%3Cscript%3E&error_description=%3Cb%3E',
    );
    expect(hostile.text).toContain('<code>&lt;script&gt;</code>');
    expect(hostile.text).not.toContain('<script');
  });
});
