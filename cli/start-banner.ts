import { contractNames, listOperationOf } from '../contract/contract.ts';
import { defaultWorkspaces } from '../server/scenarios/default-workspaces.ts';
import type { RunningServer } from '../server/start-server.ts';
import { isPostgres } from '../server/store/is-postgres.ts';
import { scenarioUsers, unknownUser } from '../spec/scenarios.ts';
import { keyHeaderLine, vendors } from '../spec/vendors.ts';

/** The text that `serve` prints after the start: keys, users, URLs and a curl command per vendor. */
export function startBanner({ url, keys }: RunningServer, data: string): string {
  const [first, second] = defaultWorkspaces;
  const user = scenarioUsers[0].userId;
  const curls = vendors.flatMap((entry) => [
    `  ${entry.title}`,
    `    curl -H '${keyHeaderLine(entry, keys[entry.vendor])}' ${url}${listOperationOf(entry.vendor).path.replace('{user_id}', user)}`,
  ]);
  const keyRows = vendors.map(
    ({ vendor, title }) =>
      `  ${title.padEnd(16)}${keys[vendor].padEnd(22)}${second.keys[vendor].padEnd(22)}${first.revokedKeys[vendor]}`,
  );
  const tokens = vendors.flatMap(({ vendor, title, developerToken }) =>
    developerToken === null
      ? []
      : ['', `  Developer token of ${title}`, `    ${first.developerTokens[vendor]}`],
  );
  const users = [...scenarioUsers, unknownUser].map(({ name, userId }) => `  ${userId}  ${name}`);
  return [
    `connections-contract is listening on ${url}`,
    '',
    ...curls,
    '',
    `  ${'Keys'.padEnd(16)}${'default workspace'.padEnd(22)}${'second workspace'.padEnd(22)}revoked`,
    ...keyRows,
    ...tokens,
    '',
    '  Scenario users, the same for every API and key',
    ...users,
    '',
    `  Docs       ${url}/docs/`,
    `  Loop       ${url}/docs/lifecycle.html: create a user, link a provider, list, disconnect`,
    `  Contracts  ${url}/openapi/{${contractNames.join(',')}}.yaml`,
    `  Sandbox    ${url}/sandbox/scenarios`,
    `  Data       ${dataLocation(data)}`,
    '',
    '',
  ].join('\n');
}

/** Where the data is. A URL is not shown, because it can contain a password. */
function dataLocation(data: string): string {
  if (data === ':memory:') return 'in memory; --data FILE stores it in a file';
  return isPostgres(data) ? 'PostgreSQL' : data;
}
