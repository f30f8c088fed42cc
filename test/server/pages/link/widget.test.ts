import { describe, expect, test } from 'vitest';
import { locationOf, minute, pathOf, resultOf, sandbox, useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
const limited = useLinkServer({ limits: { links: 1, connections: 1 } });
const widget = (token: string) => `/link?token=${token}&env=sandbox&region=us`;
const settings = { filterOnProviders: null, redirectsOnError: false, redirectsOnClose: false };
const redirecting = { ...settings, redirectsOnError: true, redirectsOnClose: true };

/** The values of the page's choices. */
const choicesIn = (page: string) =>
  [...page.matchAll(/name="provider" value="([^"]+)"/g)].map(([, slug]) => slug);

describe('The widget', () => {
  test('offers the providers of Junction that have a sign-in', async () => {
    const { token } = await server.beginWidget();
    const page = await server.get(widget(token));
    const choices = choicesIn(page.text);
    expect([page.status, choices.length]).toEqual([200, 30]);
    expect(choices).toEqual(expect.arrayContaining(['oura', 'renpho', 'freestyle_libre', 'whoop_v2']));
    for (const absent of ['suunto', 'apple_health_kit', 'manual', 'omron_ble', 'slack'])
      expect(choices).not.toContain(absent);
    expect(page.text).not.toContain(' checked>');
  });

  test('offers only the providers that the link token names', async () => {
    const filtered = await server.beginWidget({
      settings: { ...settings, filterOnProviders: ['oura', 'whoop'] },
    });
    expect(choicesIn((await server.get(widget(filtered.token))).text)).toEqual(['oura', 'whoop_v2']);
    const { token } = await server.beginWidget({ provider: 'fitbit' });
    const { text } = await server.get(widget(token));
    expect(choicesIn(text)).toEqual(['fitbit']);
    expect(text).toContain('value="fitbit" required checked>');
  });

  test('leads through the consent page to a connection, once', async () => {
    const { token, userId } = await server.beginWidget();
    const chosen = await server.submit(widget(token), { provider: 'whoop_v2', action: 'continue' });
    expect(chosen.status).toBe(303);
    expect(pathOf(locationOf(chosen))).toMatch(/^\/consent\/whoop\?response_type=code&client_id=sandbox&/);
    const fields = { outcome: 'grant', account: 'sam', scope: 'activity' };
    const ended = await server.get(locationOf(await server.submit(locationOf(chosen), fields)));
    expect(resultOf(ended)).toEqual({ from: 'link', state: 'success' });
    expect(await server.connectionsOf(userId)).toMatchObject([
      { provider: 'whoop', externalId: 'whoop-sam' },
    ]);
    const used = await server.get(widget(token));
    expect([used.status, used.text.includes('This link has already been used.')]).toEqual([410, true]);
  });

  test('can be used again after a denied consent', async () => {
    const { token, userId } = await server.beginWidget();
    for (const [outcome, state] of [['deny', 'error'] as const, ['grant', 'success'] as const]) {
      const chosen = await server.get(`${widget(token)}&provider=oura&simulate=${outcome}`);
      const ended = await server.get(locationOf(await server.get(locationOf(chosen))));
      expect(resultOf(ended)).toMatchObject({ state });
    }
    expect(await server.connectionsOf(userId)).toHaveLength(1);
  });

  test('asks for a choice if none, an unknown or a filtered provider is sent', async () => {
    const { token } = await server.beginWidget({ settings: { ...settings, filterOnProviders: ['oura'] } });
    for (const provider of ['', 'nothing', 'fitbit', 'suunto', 'oura&provider=fitbit']) {
      const answer = await server.submit(widget(token), `action=continue&provider=${provider}`);
      expect([provider, answer.status]).toEqual([provider, 400]);
      expect(answer.text).toContain('<p class="alert" role="alert">Choose a data source.</p>');
    }
  });
});

describe('A query parameter decides without a click', () => {
  test('simulate names the outcome, provider the provider in Junction’s words, account the person', async () => {
    const { token, userId } = await server.beginWidget();
    const path = `${widget(token)}&provider=whoop&simulate=grant&account=zoe`;
    const consent = locationOf(await server.get(path));
    expect(resultOf(await server.get(locationOf(await server.get(consent))))).toMatchObject({
      state: 'success',
    });
    expect(await server.connectionsOf(userId)).toMatchObject([
      { provider: 'whoop_v1', externalId: 'whoop_v1-zoe' },
    ]);
  });

  test('the provider of the link token is the default', async () => {
    const { token } = await server.beginWidget({ provider: 'polar' });
    const consent = await server.get(`${widget(token)}&simulate=timeout`);
    expect(pathOf(locationOf(consent))).toMatch(/^\/consent\/polar\?.*&simulate=timeout$/);
  });

  test.each(['simulate=explode&provider=oura', 'simulate=grant', 'simulate=grant&provider=suunto'])(
    '%s is refused',
    async (query) => {
      const { token } = await server.beginWidget();
      const answer = await server.get(`${widget(token)}&${query}`);
      expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    },
  );
});

describe('Closing the widget', () => {
  const closings: readonly (readonly [string, (path: string) => ReturnType<typeof server.get>, number])[] = [
    ['by a click', (path) => server.submit(path, { action: 'close' }), 303],
    ['by simulate=close', (path) => server.get(`${path}&simulate=close`), 307],
  ];
  test.each(closings)('%s returns to the application if the link token says so', async (_, close, status) => {
    const { token } = await server.beginWidget({ settings: redirecting });
    const answer = await close(widget(token));
    expect(answer.status).toBe(status);
    expect(resultOf(answer)).toMatchObject({ state: 'error', error_type: 'user_cancelled' });
    const staying = await server.beginWidget({ settings });
    const page = await close(widget(staying.token));
    expect([page.status, page.text.includes('The widget is closed')]).toEqual([200, true]);
    expect((await server.get(widget(token))).status).toBe(200);
  });
});

describe('A link token that cannot be used', () => {
  test.each([
    ['no token', '/link', 400],
    ['an empty token', '/link?token=', 400],
    ['two tokens', '/link?token=a&token=b', 400],
    ['an unknown token', '/link?token=nothing', 404],
    ['a NUL', '/link?token=%00', 404],
    ['broken UTF-8', '/link?token=%ff%zz', 404],
    ['a long token', `/link?token=${'a'.repeat(8000)}`, 404],
  ])('%s', async (_, path, status) => {
    expect((await server.get(path)).status).toBe(status);
  });

  test('an expired token shows a page, or returns to the application if the token says so', async () => {
    const staying = await server.beginWidget({ settings });
    const { token } = await server.beginWidget({ settings: redirecting });
    server.advance(15 * minute);
    expect((await server.get(widget(staying.token))).status).toBe(410);
    const sent = await server.submit(widget(staying.token), { provider: 'oura' }, { cookie: 'none' });
    expect(sent.status).toBe(403);
    const answer = await server.get(widget(token));
    expect([answer.status, resultOf(answer)]).toEqual([
      307,
      { from: 'link', state: 'error', error_type: 'token_expired', error: 'This link has expired.' },
    ]);
  });

  test('a user who does not exist any more', async () => {
    const { token, userId } = await server.beginWidget({ settings: redirecting });
    const staying = await server.beginWidget({ settings, userId });
    await server.store().users.remove(sandbox, userId);
    expect(resultOf(await server.get(widget(token)))).toMatchObject({ error_type: 'invalid_token' });
    expect((await server.get(widget(staying.token))).status).toBe(404);
  });

  test('a workspace with too many open links', async () => {
    const { token } = await limited.beginWidget({ settings });
    const answer = await limited.get(`${widget(token)}&provider=oura&simulate=grant`);
    expect([answer.status, answer.text.includes('Too many links are open')]).toEqual([429, true]);
  });
});
