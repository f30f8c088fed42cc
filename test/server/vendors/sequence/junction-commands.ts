import fc from 'fast-check';
import { testValues } from '../../../../spec/test-values.ts';
import { applicationId, at, orNull, outcome } from './arbitraries.ts';
import { type Command, command, shown } from './command.ts';
import { pick, textAt, type World } from './world.ts';

const oauth = fc.constantFrom('oura', 'strava', 'garmin');
const password = fc.constantFrom('renpho', 'peloton');
const demo = fc.constantFrom('apple_health_kit', 'freestyle_libre', 'oura', 'fitbit');
const registered = fc.constantFrom(
  'oura',
  'strava',
  'garmin',
  'renpho',
  'freestyle_libre',
  'apple_health_kit',
);
const username = fc.constantFrom('ada', 'sam', ...testValues.map(({ value }) => value));
const profile = fc.record(
  {
    fallback_time_zone: orNull(fc.constantFrom('Europe/London', 'Mars/Olympus')),
    fallback_birth_date: orNull(fc.constantFrom('2000-02-29', '2001-02-29')),
    ingestion_start: orNull(fc.constant('2025-01-01')),
    not_a_field: fc.constant([1]),
  },
  { requiredKeys: [] },
);

const unknownUser = '00000000-0000-4000-8000-00000000dead';
const userPath = (world: World, index: number) => ({ user_id: pick(world.userIds, index) ?? unknownUser });
const tokenHeader = (world: World, index: number) => ({
  'x-vital-link-token': pick(world.linkTokens, index) ?? 'link_us_unknown',
});

/** The calls of Junction's API. */
export const junctionCommands: fc.Arbitrary<Command>[] = [
  fc.record({ id: applicationId, profile }).map(({ id, profile }) =>
    command(`junction: create ${shown(id)} ${shown(profile)}`, async (world) => {
      const body = { client_user_id: id, ...profile };
      const { json } = await world.call('junction', 'POST /v2/user', { body });
      const userId = textAt(json, 'user_id');
      if (userId !== undefined) world.userIds.add(userId);
    }),
  ),
  fc.record({ at, id: applicationId, profile, hasId: fc.boolean() }).map(({ at, id, profile, hasId }) => {
    const body = hasId ? { client_user_id: id, ...profile } : profile;
    return command(`junction: patch ${at} ${shown(body)}`, (world) =>
      world.call('junction', 'PATCH /v2/user/{user_id}', { path: userPath(world, at), body }),
    );
  }),
  at.map((at) =>
    command(`junction: delete ${at}`, (world) =>
      world.call('junction', 'DELETE /v2/user/{user_id}', { path: userPath(world, at) }),
    ),
  ),
  fc.record({ at, id: applicationId, byOwnId: fc.boolean() }).map(({ at, id, byOwnId }) =>
    command(`junction: restore ${byOwnId ? at : shown(id)}`, (world) => {
      const query: Record<string, string> = byOwnId ? userPath(world, at) : { client_user_id: id };
      return world.call('junction', 'POST /v2/user/undo_delete', { query });
    }),
  ),
  applicationId.map((id) =>
    command(`junction: resolve ${shown(id)}`, async (world) => {
      const path = { client_user_id: id };
      // Without an id, it is the path of another operation.
      if (id !== '') await world.call('junction', 'GET /v2/user/resolve/{client_user_id}', { path });
    }),
  ),
  fc
    .nat(3)
    .map((offset) =>
      command(`junction: list from ${offset}`, (world) =>
        world.call('junction', 'GET /v2/user', { query: { offset: String(offset), limit: '2' } }),
      ),
    ),
  at.map((at) =>
    command(`junction: refresh ${at}`, (world) =>
      world.call('junction', 'POST /v2/user/refresh/{user_id}', { path: userPath(world, at) }),
    ),
  ),
  fc.record({ at, provider: registered }).map(({ at, provider }) =>
    command(`junction: deregister ${provider} of ${at}`, (world) =>
      world.call('junction', 'DELETE /v2/user/{user_id}/{provider}', {
        path: { ...userPath(world, at), provider },
      }),
    ),
  ),
  fc.record({ at, provider: orNull(oauth) }).map(({ at, provider }) =>
    command(`junction: link token of ${at} for ${provider}`, async (world) => {
      const body = { ...userPath(world, at), provider, redirect_url: 'myapp://linked' };
      const { json } = await world.call('junction', 'POST /v2/link/token', { body });
      const token = textAt(json, 'link_token');
      if (token !== undefined) world.linkTokens.push(token);
    }),
  ),
  fc.record({ at, provider: oauth, outcome }).map(({ at, provider, outcome }) =>
    command(`junction: link ${provider} with token ${at}, ${outcome}`, async (world) => {
      const headers = tokenHeader(world, at);
      const path = { oauth_provider: provider };
      const operation = 'GET /v2/link/provider/oauth/{oauth_provider}';
      const { json } = await world.call('junction', operation, { path, headers });
      const url = textAt(json, 'oauth_url');
      if (url !== undefined) await world.visit(`${url}&simulate=${outcome}`);
    }),
  ),
  fc.record({ at, provider: password, username }).map(({ at, provider, username }) =>
    command(`junction: link ${provider} as ${username} with token ${at}`, (world) =>
      world.call('junction', 'POST /v2/link/provider/password/{provider}', {
        path: { provider },
        headers: tokenHeader(world, at),
        body: { username, password: 'a password' },
      }),
    ),
  ),
  fc.record({ at, provider: password, code: fc.constantFrom('123456', '000000') }).map((given) =>
    command(`junction: code ${given.code} for ${given.provider} with token ${given.at}`, (world) =>
      world.call('junction', 'POST /v2/link/provider/password/{provider}/complete_mfa', {
        path: { provider: given.provider },
        headers: tokenHeader(world, given.at),
        body: { mfa_code: given.code },
      }),
    ),
  ),
  fc.record({ at, username }).map(({ at, username }) =>
    command(`junction: link by e-mail as ${username} with token ${at}`, (world) =>
      world.call('junction', 'POST /v2/link/provider/email/{provider}', {
        path: { provider: 'freestyle_libre' },
        headers: tokenHeader(world, at),
        body: { email: `${username}@example.com` },
      }),
    ),
  ),
  fc
    .record({ at, provider: demo })
    .map(({ at, provider }) =>
      command(`junction: demo connection of ${at} to ${provider}`, (world) =>
        world.call('junction', 'POST /v2/link/connect/demo', { body: { ...userPath(world, at), provider } }),
      ),
    ),
];
