import fc from 'fast-check';
import { applicationId, at, orNull, outcome, wearable } from './arbitraries.ts';
import { type Command, command, shown } from './command.ts';
import { pick, textAt, type World } from './world.ts';

const email = fc.constantFrom('ada@example.com', 'bob@example.com', 'not an address', '');
const user = fc.record(
  {
    external_user_id: orNull(applicationId),
    email: orNull(email),
    first_name: orNull(fc.constantFrom('Zoë', '', '\0')),
    not_a_field: fc.constant({}),
  },
  { requiredKeys: [] },
);
/** Also providers that Open Wearables does not have. */
const provider = wearable;

const unknownUser = '00000000-0000-4000-8000-00000000dead';
const userPath = (world: World, index: number) => ({ user_id: pick(world.userIds, index) ?? unknownUser });

/** The calls of Open Wearables' API. */
export const openWearablesCommands: fc.Arbitrary<Command>[] = [
  user.map((body) =>
    command(`open-wearables: create ${shown(body)}`, async (world) => {
      const { json } = await world.call('open-wearables', 'POST /api/v1/users', { body });
      const userId = textAt(json, 'id');
      if (userId !== undefined) world.userIds.add(userId);
    }),
  ),
  fc.record({ at, body: user }).map(({ at, body }) =>
    command(`open-wearables: patch ${at} ${shown(body)}`, (world) =>
      world.call('open-wearables', 'PATCH /api/v1/users/{user_id}', {
        path: userPath(world, at),
        headers: world.developer,
        body,
      }),
    ),
  ),
  at.map((at) =>
    command(`open-wearables: delete ${at}`, (world) =>
      world.call('open-wearables', 'DELETE /api/v1/users/{user_id}', {
        path: userPath(world, at),
        headers: world.developer,
      }),
    ),
  ),
  fc
    .constantFrom('created_at', 'last_synced_at', 'email')
    .map((sort_by) =>
      command(`open-wearables: list by ${sort_by}`, (world) =>
        world.call('open-wearables', 'GET /api/v1/users', { query: { sort_by, limit: '3' } }),
      ),
    ),
  fc.record({ at, provider, outcome }).map(({ at, provider, outcome }) =>
    command(`open-wearables: link ${provider} of ${at}, ${outcome}`, async (world) => {
      const { json } = await world.call('open-wearables', 'GET /api/v1/oauth/{provider}/authorize', {
        path: { provider },
        query: userPath(world, at),
      });
      const url = textAt(json, 'authorization_url');
      if (url !== undefined) await world.visit(`${url}&simulate=${outcome}`);
    }),
  ),
  fc.record({ at, provider }).map(({ at, provider }) =>
    command(`open-wearables: disconnect ${provider} of ${at}`, (world) =>
      world.call('open-wearables', 'DELETE /api/v1/users/{user_id}/connections/{provider}', {
        path: { ...userPath(world, at), provider },
      }),
    ),
  ),
  fc.record({ at, provider, isAsync: fc.boolean() }).map(({ at, provider, isAsync }) =>
    command(`open-wearables: sync ${provider} of ${at}${isAsync ? '' : ' at once'}`, (world) =>
      world.call('open-wearables', 'POST /api/v1/providers/{provider}/users/{user_id}/sync', {
        path: { ...userPath(world, at), provider },
        query: { async: String(isAsync) },
      }),
    ),
  ),
];
