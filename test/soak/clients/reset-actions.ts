import { scenarioUsers } from '../../../spec/scenarios.ts';
import type { Random } from '../../support/random.ts';
import type { ShownConnection } from '../model/connection-model.ts';
import { callDuringReset, isUncertain } from './call.ts';
import { connectionsPath, usersPath, workspacesPath } from './paths.ts';
import { type Client, defaultWorkspace, type World } from './world.ts';

const workspace = { id: defaultWorkspace };
const changedUser = { id: scenarioUsers[2].userId };

/** Resets the database. Returns false if it is not certain that the reset was made. */
export async function reset(world: World, random: Random): Promise<boolean> {
  const answer = await callDuringReset({ world, random }, { method: 'POST', path: '/sandbox/reset' });
  if (answer.status === 204) world.tally.acknowledge();
  else if (!isUncertain(answer))
    world.tally.report([{ kind: 'wrong', text: `POST /sandbox/reset was answered with ${answer.status}` }]);
  return answer.status === 204;
}

/**
 * Changes something while a reset runs. Whether it remains is unknown. It is done only in places that no client compares,
 * and only its status is recorded.
 */
export async function changeDuringReset(client: Client): Promise<void> {
  const { random, world } = client;
  const path = connectionsPath(workspace, changedUser);
  switch (random.pick(['workspace', 'user', 'connection', 'connection'] as const)) {
    case 'workspace': {
      client.created += 1;
      const name = `${client.name}, workspace ${client.created}`;
      world.possibleNames.add(name);
      await callDuringReset(client, { method: 'POST', path: workspacesPath, body: { name } });
      return;
    }
    case 'user': {
      const id = random.uuid();
      world.possibleUsers.add(id);
      await callDuringReset(client, { method: 'POST', path: usersPath(workspace), body: { id } });
      return;
    }
    case 'connection': {
      const { status, json } = await callDuringReset(client, { path });
      const [first] = status === 200 ? (json as { connections: ShownConnection[] }).connections : [];
      if (first === undefined) return;
      await callDuringReset(client, { method: 'DELETE', path: `${path}/${first.id}` });
      await callDuringReset(client, { method: 'POST', path, body: { provider: first.provider } });
    }
  }
}
