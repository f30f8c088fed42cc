import fc from 'fast-check';
import { at, integration, orNull, outcome } from './arbitraries.ts';
import { type Command, command, shown } from './command.ts';
import { pick, textAt, type World } from './world.ts';

const types = { slack: 'connectors', notion: 'connectors', openai: 'model', filesystem: 'mcp' };
const config = orNull(fc.dictionary(fc.constantFrom('region', 'retries'), fc.constantFrom('eu', 3, true)));
const credentials = fc.constantFrom({ api_key: 'a-secret-api-key' }, { api_key: '' }, {});
const creation = fc.record({ integration, config, credentials, isStored: fc.boolean() });
const change = fc.record(
  { label: orNull(fc.constantFrom('Sales', '')), config, credentials },
  { requiredKeys: [] },
);
/** Mielto takes any id of a user. */
const ownId = fc.option(fc.constantFrom('customer-1', 'x'.repeat(256), 'ä b'), { nil: undefined });

const unknownConnection = '00000000-0000-4000-8000-00000000beef';
const connectionPath = (world: World, index: number) => ({
  connection_id: pick(world.connections, index)?.id ?? unknownConnection,
});

/** The user that a call names: an id of the application, or a user that exists. */
function ownerIn(world: World, index: number, id: string | undefined): string | undefined {
  return id ?? pick(world.userIds, index);
}

/** The calls of Mielto's API. */
export const mieltoCommands: fc.Arbitrary<Command>[] = [
  fc.record({ at, ownId, creation }).map(({ at, ownId, creation: { isStored, ...given } }) =>
    command(
      `mielto: connect ${shown(given)} of ${ownId ?? at}${isStored ? ', stored' : ''}`,
      async (world) => {
        const { credentials, ...rest } = given;
        const body = {
          ...rest,
          integration_type: new Map(Object.entries(types)).get(rest.integration) ?? 'custom',
          user_id: ownerIn(world, at, ownId),
          ...(isStored ? { credential_id: 'cred_1' } : { credentials }),
        };
        const { json } = await world.call('mielto', 'POST /api/v1/connections', { body });
        const [id, userId] = [textAt(json, 'id'), textAt(json, 'user_id')];
        if (id === undefined || userId === undefined) return;
        world.connections.push({ id, userId });
        world.userIds.add(userId);
      },
    ),
  ),
  fc.record({ at, change }).map(({ at, change }) =>
    command(`mielto: change ${at} ${shown(change)}`, (world) =>
      world.call('mielto', 'PUT /api/v1/connections/{connection_id}', {
        path: connectionPath(world, at),
        body: change,
      }),
    ),
  ),
  at.map((at) =>
    command(`mielto: get ${at}`, (world) =>
      world.call('mielto', 'GET /api/v1/connections/{connection_id}', { path: connectionPath(world, at) }),
    ),
  ),
  at.map((at) =>
    command(`mielto: delete ${at}`, (world) =>
      world.call('mielto', 'DELETE /api/v1/connections/{connection_id}', { path: connectionPath(world, at) }),
    ),
  ),
  fc.record({ at, ownId, integration, outcome }).map(({ at, ownId, integration, outcome }) =>
    command(`mielto: link ${integration} of ${ownId ?? at}, ${outcome}`, async (world) => {
      const body = { integration_id: integration, user_id: ownerIn(world, at, ownId) };
      const { json } = await world.call('mielto', 'POST /api/v1/oauth/initiate', { body });
      const url = textAt(json, 'auth_url');
      if (url === undefined) return;
      if (body.user_id !== undefined) world.userIds.add(body.user_id);
      await world.visit(`${url}&simulate=${outcome}`);
    }),
  ),
];
