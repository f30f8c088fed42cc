import { describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../../../server/scenarios/default-workspaces.ts';
import { keyHeader, type Vendor, vendorEntry } from '../../../../spec/vendors.ts';
import { ask, post } from '../../../support/raw-http.ts';
import { locationOf, minute, pathOf, sandbox, useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
const redirect = 'myapp://done';
/** How each vendor's callback redirects, and answers a link that cannot be used any more. */
const statuses = { 'open-wearables': [303, 400], junction: [307, 307], mielto: [303, 400] } as const;
const userId = '00000000-0000-4000-8000-000000000001';

function headersOf(vendor: Vendor): Readonly<Record<string, string>> {
  return Object.fromEntries([keyHeader(vendorEntry(vendor), defaultWorkspaces[0].keys[vendor])]);
}

/** The field of a JSON body. */
function fieldOf(json: unknown, name: string): string {
  return String(typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined);
}

/** The URL of a consent, as each vendor's API returns it. */
const begin = {
  async 'open-wearables'() {
    const path = `/api/v1/oauth/strava/authorize?user_id=${userId}&redirect_uri=${encodeURIComponent(redirect)}`;
    const { json } = await ask(server.url(), { path, headers: headersOf('open-wearables') });
    return fieldOf(json, 'authorization_url');
  },
  async mielto() {
    const body = { integration_id: 'slack', user_id: userId, redirect_uri: redirect };
    const { json } = await post(server.url(), '/api/v1/oauth/initiate', body, headersOf('mielto'));
    return fieldOf(json, 'auth_url');
  },
  async junction() {
    const body = { user_id: userId, redirect_url: redirect, provider: 'strava' };
    const { json } = await post(server.url(), '/v2/link/token', body, headersOf('junction'));
    const headers = { 'x-vital-link-token': fieldOf(json, 'link_token') };
    const link = await ask(server.url(), { path: '/v2/link/provider/oauth/strava', headers });
    return fieldOf(link.json, 'oauth_url');
  },
};
const vendors = ['open-wearables', 'junction', 'mielto'] as const;

async function connectionOf(vendor: Vendor, provider: string) {
  const found = await server.store().connections.ofUsers(sandbox, [userId], vendor);
  return found.get(userId)?.find((connection) => connection.provider === provider);
}

describe.each(vendors)('The consent URL of %s', (vendor) => {
  const provider = vendor === 'mielto' ? 'slack' : 'strava';
  const [redirected, unusable] = statuses[vendor];

  test('opens the page, and a granted consent connects', async () => {
    const url = await begin[vendor]();
    const page = await server.get(url);
    expect([page.status, page.headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("form-action 'self' myapp:"),
    ]);
    const decided = await server.submit(url, { outcome: 'grant-required', account: 'sam' });
    const ended = await server.get(locationOf(decided));
    expect([ended.status, locationOf(ended).startsWith(redirect)]).toEqual([redirected, true]);
    expect(await connectionOf(vendor, provider)).toMatchObject({
      externalUsername: 'sam.okafor',
      externalId: `${provider}-sam`,
    });
    const again = await server.get(locationOf(decided));
    expect(again.status).toBe(unusable);
  });

  test.each(['timeout', 'deny', 'provider_api_error'])(
    'with simulate=%s connects nothing',
    async (outcome) => {
      const url = await begin[vendor]();
      const before = await connectionOf(vendor, provider);
      const ended = await server.get(pathOf(locationOf(await server.get(`${url}&simulate=${outcome}`))));
      expect(ended.status).toBe(outcome === 'timeout' ? unusable : redirected);
      expect(await connectionOf(vendor, provider)).toEqual(before);
    },
  );
});

test('The widget follows what Junction’s link token was made with', async () => {
  const body = {
    user_id: userId,
    redirect_url: redirect,
    filter_on_providers: ['whoop_v2', 'oura', 'apple_health_kit'],
    on_error: 'redirect',
    on_close: 'redirect',
  };
  const { json } = await post(server.url(), '/v2/link/token', body, headersOf('junction'));
  const url = fieldOf(json, 'link_web_url');
  const { text } = await server.get(url);
  expect([...text.matchAll(/value="(\w+)" required/g)].map(([, slug]) => slug)).toEqual(['oura', 'whoop_v2']);
  const closed = await server.get(`${url}&simulate=close`);
  expect(locationOf(closed)).toMatch(/^myapp:\/\/done\?state=error&error_type=user_cancelled&/);
  server.advance(60 * minute);
  expect(locationOf(await server.get(url))).toMatch(/^myapp:\/\/done\?state=error&error_type=token_expired&/);
});
