import fc from 'fast-check';
import { causeTypes } from '../../../../server/model/connection.ts';
import { at, integration, wearable } from './arbitraries.ts';
import { type Command, command, shown } from './command.ts';
import { pick, textAt, type World } from './world.ts';

const users = '/sandbox/workspaces/{workspace_id}/users';
const connections = `${users}/{user_id}/connections`;
const unknown = '00000000-0000-4000-8000-00000000dead';
/** Also a provider and a cause that no vendor lists yet. */
const provider = fc.oneof(
  wearable,
  integration,
  fc.constantFrom('dexcom', 'dexcom_v1', 'a_watch_of_tomorrow'),
);
const cause = fc.constantFrom(...causeTypes, 'an_error_of_tomorrow');
const transition = fc.constantFrom('sync', 'expire', 'revoke', 'deactivate', 'reconnect');

const userPath = (world: World, index: number) => ({
  workspace_id: world.id,
  user_id: pick(world.userIds, index) ?? unknown,
});
const connectionPath = (world: World, index: number) => {
  const { userId = unknown, id = unknown } = pick(world.connections, index) ?? {};
  return { workspace_id: world.id, user_id: userId, connection_id: id };
};

/** The calls of the sandbox API, which plays what happens at the providers. */
export const sandboxCommands: fc.Arbitrary<Command>[] = [
  fc.constant(
    command('sandbox: create a user', async (world) => {
      const path = { workspace_id: world.id };
      const { json } = await world.call('sandbox', `POST ${users}`, { path });
      const userId = textAt(json, 'id');
      if (userId !== undefined) world.userIds.add(userId);
    }),
  ),
  at.map((at) =>
    command(`sandbox: delete user ${at}`, (world) =>
      world.call('sandbox', `DELETE ${users}/{user_id}`, { path: userPath(world, at) }),
    ),
  ),
  fc.record({ at, provider, state: fc.constantFrom('active', 'testing') }).map(({ at, ...body }) =>
    command(`sandbox: connect ${at} ${shown(body)}`, async (world) => {
      const path = userPath(world, at);
      const { json } = await world.call('sandbox', `POST ${connections}`, { path, body });
      const id = textAt(json, 'id');
      if (id !== undefined) world.connections.push({ id, userId: path.user_id });
    }),
  ),
  fc.record({ at, transition }).map(({ at, transition }) =>
    command(`sandbox: ${transition} connection ${at}`, (world) =>
      world.call('sandbox', `POST ${connections}/{connection_id}/${transition}`, {
        path: connectionPath(world, at),
      }),
    ),
  ),
  fc.record({ at, cause }).map(({ at, cause }) =>
    command(`sandbox: fail connection ${at} with ${cause}`, (world) =>
      world.call('sandbox', `POST ${connections}/{connection_id}/fail`, {
        path: connectionPath(world, at),
        body: { cause },
      }),
    ),
  ),
  at.map((at) =>
    command(`sandbox: delete connection ${at}`, (world) =>
      world.call('sandbox', `DELETE ${connections}/{connection_id}`, { path: connectionPath(world, at) }),
    ),
  ),
];
