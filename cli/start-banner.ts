import { contractNames, listOperationOf } from '../contract/contract.ts';
import { defaultWorkspaces } from '../server/scenarios/default-workspaces.ts';
import type { RunningServer } from '../server/start-server.ts';
import { isPostgres } from '../server/store/is-postgres.ts';
import { scenarioUsers, unknownUser } from '../spec/scenarios.ts';
import { keyHeaderLine, vendors } from '../spec/vendors.ts';

/** What a person wants to know of a server that has just started. */
export function startBanner({ url, keys }: RunningServer, data: string): string {
  const [{ revokedKeys }, second] = defaultWorkspaces;
  const user = scenarioUsers[0].userId;
  const curls = vendors.flatMap((entry) => [
    `  ${entry.title}`,
    `    curl -H '${keyHeaderLine(entry, keys[entry.vendor])}' ${url}${listOperationOf(entry.vendor).path.replace('{user_id}', user)}`,
  ]);
  const keyRows = vendors.map(
    ({ vendor, title }) =>
      `  ${title.padEnd(16)}${keys[vendor].padEnd(22)}${second.keys[vendor].padEnd(22)}${revokedKeys[vendor]}`,
  );
  const users = [...scenarioUsers, unknownUser].map(({ name, userId }) => `  ${userId}  ${name}`);
  return [
    `connections-contract is listening on ${url}`,
    '',
    ...curls,
    '',
    `  ${'Keys'.padEnd(16)}${'default workspace'.padEnd(22)}${'second workspace'.padEnd(22)}revoked`,
    ...keyRows,
    '',
    '  Scenario users, the same for every API and key',
    ...users,
    '',
    `  Docs       ${url}/docs/`,
    `  Contracts  ${url}/openapi/{${contractNames.join(',')}}.yaml`,
    `  Sandbox    ${url}/sandbox/scenarios`,
    `  Data       ${whereData(data)}`,
    '',
    '',
  ].join('\n');
}

/** A URL may hold a password, which is not for the screen. */
function whereData(data: string): string {
  if (data === ':memory:') return 'in memory; --data FILE keeps it';
  return isPostgres(data) ? 'PostgreSQL' : data;
}
