import type { components } from '../../../generated/sandbox.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { readPages } from './list-actions.ts';
import { usersPath, workspacesPath } from './paths.ts';
import { checkClient } from './run-client.ts';
import { type Client, defaultWorkspace } from './world.ts';

/** Reads everything at the end of a run, when no client changes anything: all that is known, and nothing else. */
export async function checkEnd(clients: readonly Client[]): Promise<void> {
  for (const client of clients) await checkClient(client);
  const [first] = clients;
  if (first === undefined) return;
  await checkWorkspaceList(first, clients);
  await checkDefaultUsers(first);
}

async function checkWorkspaceList(reader: Client, clients: readonly Client[]): Promise<void> {
  const found = await readPages<components['schemas']['SandboxWorkspace']>(
    reader,
    workspacesPath,
    'workspaces',
  );
  const { possibleNames, tally } = reader.world;
  const standard = defaultWorkspaces.map(({ id }) => id);
  if (found === null) return tally.report([{ kind: 'wrong', text: 'the workspaces could not be listed' }]);
  const ids = new Set(found.map(({ id }) => id));
  const certain = clients.flatMap(({ workspaces }) =>
    [...workspaces.values()].filter(({ isDoubtful }) => !isDoubtful),
  );
  for (const id of [...standard, ...certain.map(({ id }) => id)])
    if (!ids.has(id)) tally.report([{ kind: 'lost', text: `workspace ${id} is not listed` }]);
  for (const { id, name } of found)
    if (!standard.includes(id) && !possibleNames.has(name))
      tally.report([{ kind: 'wrong', text: `workspace ${id}, "${name}", should not exist` }]);
}

async function checkDefaultUsers(reader: Client): Promise<void> {
  const path = usersPath({ id: defaultWorkspace });
  const found = await readPages<components['schemas']['SandboxUser']>(reader, path, 'users');
  const { possibleUsers, tally } = reader.world;
  if (found === null) return tally.report([{ kind: 'wrong', text: 'the users could not be listed' }]);
  const [{ ownUserId }] = defaultWorkspaces;
  const standard = [...scenarioUsers.map(({ userId }) => userId), ownUserId];
  for (const { id } of found)
    if (!standard.includes(id) && !possibleUsers.has(id))
      tally.report([{ kind: 'wrong', text: `user ${id} of ${defaultWorkspace} should not exist` }]);
}
