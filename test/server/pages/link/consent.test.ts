import { describe, expect, test } from 'vitest';
import { consentOutcomes } from '../../../../server/link/consent-outcomes.ts';
import { locationOf, minute, pathOf, resultOf, useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
const back = 'https://app.example/done';

/** What Junction reports for each outcome; null if it connects. */
const reported: Readonly<Record<string, string | null>> = {
  grant: null,
  deny: 'user_cancelled',
  'grant-required': null,
  required_scopes_not_granted: 'required_scopes_not_granted',
  provider_api_error: 'provider_api_error',
  provider_credential_error: 'provider_credential_error',
  provider_password_expired: 'provider_password_expired',
  unsupported_region: 'unsupported_region',
  duplicate_connection: 'duplicate_connection',
  timeout: 'token_expired',
};

test('every outcome is tried below', () => {
  expect(Object.keys(reported)).toEqual(consentOutcomes.map(({ name }) => name));
});

describe.each(Object.entries(reported))('the outcome %s leads to %s', (name, errorType) => {
  test.each(['simulate', 'a form'])('by %s', async (way) => {
    const { userId, path } = await server.beginConsent();
    const fields = { outcome: name, account: 'alex', ...(name === 'grant' ? { scope: 'activity' } : {}) };
    const decided =
      way === 'simulate' ? await server.get(`${path}&simulate=${name}`) : await server.submit(path, fields);
    expect(decided.status).toBe(303);
    expect(pathOf(locationOf(decided))).toMatch(/^\/link\/callback\?/);
    const ended = await server.get(locationOf(decided));
    expect(ended.status).toBe(307);
    expect(locationOf(ended).startsWith(`${back}?from=link&state=`)).toBe(true);
    expect(resultOf(ended)).toEqual(
      errorType === null
        ? { from: 'link', state: 'success' }
        : {
            from: 'link',
            state: 'error',
            error_type: errorType,
            error: expect.stringMatching(/^\p{Lu}.*\.$/u),
          },
    );
    expect(await server.connectionsOf(userId)).toHaveLength(errorType === null ? 1 : 0);
  });
});

describe('What was granted is in the connection', () => {
  const grants = [
    ['grant', 'activity sleep heartrate body', 'available'],
    ['grant-required', 'activity', 'unavailable'],
  ] as const;
  test.each(grants)('simulate=%s', async (name, grantedScopes, status) => {
    const { userId, path } = await server.beginConsent();
    await server.get(locationOf(await server.get(`${path}&simulate=${name}`)));
    expect(await server.connectionsOf(userId)).toMatchObject([
      {
        provider: 'oura',
        state: 'active',
        grantedScopes,
        externalId: 'oura-alex',
        resources: { sleep: { status } },
      },
    ]);
  });

  test('the ticked scopes and the chosen account', async () => {
    const { userId, path } = await server.beginConsent();
    const decided = await server.submit(path, 'outcome=grant&account=zoe&scope=activity&scope=body');
    expect((await server.get(locationOf(decided))).status).toBe(307);
    expect(await server.connectionsOf(userId)).toMatchObject([
      { grantedScopes: 'activity body', externalId: 'oura-zoe', externalUsername: 'Zoë Łęcka 王' },
    ]);
  });

  test('no scope that was not asked for', async () => {
    const { userId, path } = await server.beginConsent({}, { scope: 'activity' });
    const page = (await server.get(path)).text;
    expect(page).toContain('value="activity"');
    expect(page).not.toContain('value="sleep"');
    const decided = await server.submit(path, 'outcome=grant&scope=activity&scope=sleep&scope=root');
    await server.get(locationOf(decided));
    expect(await server.connectionsOf(userId)).toMatchObject([{ grantedScopes: 'activity' }]);
  });
});

describe('The page returns to the callback of the vendor', () => {
  test.each([
    ['open-wearables', 'garmin', '/api/v1/oauth/garmin/callback'],
    ['mielto', 'slack', '/api/v1/oauth/callback'],
  ] as const)('%s, %s', async (vendor, provider, callback) => {
    const { path, token } = await server.beginConsent({ vendor, provider });
    expect((await server.get(path)).status).toBe(200);
    const granted = new URL(locationOf(await server.get(`${path}&simulate=grant`)));
    expect([granted.origin, granted.pathname]).toEqual([server.url(), callback]);
    expect(Object.fromEntries(granted.searchParams)).toEqual({
      state: token,
      code: expect.stringMatching(/^.{32}$/),
    });
    const denied = await server.get(`${path}&simulate=deny`);
    expect(resultOf(denied)).toEqual({
      state: token,
      error: 'access_denied',
      error_description: 'The person denies access.',
    });
  });

  test('it keeps the code as a hash only', async () => {
    const { path, token } = await server.beginConsent();
    const { code } = resultOf(await server.get(`${path}&simulate=grant`));
    const pending = JSON.stringify((await server.store().links.find(token, 'consent'))?.pending);
    expect(pending).toContain('codeHash');
    expect(pending).not.toContain(code);
  });
});

describe('A consent URL that the API did not write is refused', () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['another site', { redirect_uri: 'https://evil.example/link/callback' }, 'redirect_uri: must be'],
    ['a script', { redirect_uri: 'javascript:alert(1)' }, 'redirect_uri: must be'],
    ['the callback of another vendor', { redirect_uri: '/api/v1/oauth/callback' }, 'redirect_uri: must be'],
    ['no callback', { redirect_uri: '' }, 'redirect_uri: must be'],
    ['another client', { client_id: 'other' }, 'client_id: must be sandbox'],
    ['another response type', { response_type: 'token' }, 'response_type: must be code'],
    ['an unknown scope', { scope: 'activity root' }, 'the scopes of Oura are activity sleep heartrate body'],
    ['an unknown outcome', { simulate: 'explode' }, 'simulate: must be one of grant, deny'],
    ['an unknown account', { simulate: 'grant', account: 'eve' }, 'account: must be one of alex, sam, zoe'],
  ];
  test.each(wrong)('%s', async (_, parameters, message) => {
    const { path, userId } = await server.beginConsent({}, parameters);
    const answer = await server.get(path);
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.text).toContain(message);
    expect(await server.connectionsOf(userId)).toEqual([]);
  });

  test.each(['state', 'redirect_uri', 'client_id', 'simulate'])('a repeated %s', async (name) => {
    const { url, path } = await server.beginConsent({}, { simulate: 'grant' });
    const value = new URL(url).searchParams.get(name) ?? '';
    const answer = await server.get(`${path}&${name}=${encodeURIComponent(value)}`);
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
  });

  test('another provider than that of the link', async () => {
    const { path } = await server.beginConsent();
    expect((await server.get(path.replace('/consent/oura', '/consent/fitbit'))).status).toBe(400);
    expect((await server.get(path.replace('/consent/oura', '/consent/nothing'))).status).toBe(404);
    expect((await server.get(path.replace('/consent/oura', '/consent/__proto__'))).status).toBe(404);
  });

  test('an unknown state', async () => {
    const { path, token } = await server.beginConsent();
    const answer = await server.get(path.replace(token, `${token}x`));
    expect([answer.status, answer.text.includes('This link does not exist')]).toEqual([404, true]);
  });
});

describe('A link that cannot be used any more', () => {
  test('shows that it has expired, and a late decision is reported as late', async () => {
    const { path, userId } = await server.beginConsent();
    server.advance(15 * minute);
    expect((await server.get(path)).text).toContain('This link has expired.');
    const late = await server.get(locationOf(await server.get(`${path}&simulate=grant`)));
    expect(resultOf(late)).toMatchObject({ state: 'error', error_type: 'token_expired' });
    expect(await server.connectionsOf(userId)).toEqual([]);
  });

  test('shows that it was used, also if the form is sent again', async () => {
    const { path, userId } = await server.beginConsent();
    const sent = { outcome: 'grant', account: 'alex', scope: 'activity' };
    const page = await server.get(path);
    const cookie = String(page.headers['set-cookie']).split(';')[0];
    await server.get(locationOf(await server.submit(path, sent)));
    const again = await server.submit(path, sent, { cookie });
    expect(resultOf(await server.get(locationOf(again)))).toMatchObject({ error_type: 'token_consumed' });
    expect((await server.get(path)).status).toBe(410);
    expect(await server.connectionsOf(userId)).toHaveLength(1);
  });
});
