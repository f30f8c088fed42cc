import { allContractNames, editionContracts, readContract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { scenarioUsers } from '../../spec/scenarios.ts';
import { keyHeader, type Vendor, vendorEntry, vendorNames } from '../../spec/vendors.ts';

/** A request that a generated client can make, and the answer of the server. */
export interface SampleCall {
  readonly contract: string;
  readonly operation: Operation;
  /** Values of the path parameters, in their order in the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

const workspaceId = 'ws_sandbox';

/** Its requests and its clock are shown. No call uses its keys, and its clock is frozen, so the answers do not change. */
const quietWorkspaceId = 'ws_second';
const quietOperations: readonly string[] = ['listSandboxRequests', 'getSandboxClock'];

/** Calls every GET of each contract for each scenario user. A call without a 200 is left out. */
export async function sampleCalls(server: RunningServer): Promise<readonly SampleCall[]> {
  const entry = vendorEntry('junction');
  const [header, value] = keyHeader(entry, entry.key.samples.second);
  await fetch(`${server.url}/v2/user/providers/${scenarioUsers[0].userId}`, { headers: { [header]: value } });
  await fetch(`${server.url}/sandbox/workspaces/${quietWorkspaceId}/clock/freeze`, { method: 'POST' });
  const calls = allContractNames.map((contract) => callsOf(contract, server));
  return (await Promise.all(calls)).flat();
}

async function callsOf(contract: string, server: RunningServer): Promise<SampleCall[]> {
  const headers = headersOf(contract, server);
  const calls = new Map<string, SampleCall>();
  for (const { userId } of scenarioUsers) {
    const connectionId = await firstConnectionOf(userId, server);
    const samples = {
      workspace_id: workspaceId,
      user_id: userId,
      client_user_id: userId,
      connection_id: connectionId,
    };
    for (const operation of readContract(contract).operations.values()) {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const quiet = quietOperations.includes(operation.id) ? { workspace_id: quietWorkspaceId } : {};
      const path = Object.fromEntries(
        names.map((name) => [name, Reflect.get({ ...samples, ...quiet }, name)]),
      );
      const isKnown = Object.values(path).every((value) => value !== null && value !== undefined);
      if (operation.method !== 'get' || !isKnown || needsLinkToken(operation)) continue;
      const target = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => path[name]);
      if (calls.has(target)) continue;
      const answer = await answerOf(server.url + target, headers);
      if (answer !== null) calls.set(target, { contract, operation, path, headers, answer });
    }
  }
  return [...calls.values()];
}

/** A link token is not made for these calls. */
function needsLinkToken({ security }: Operation): boolean {
  return security.some((scheme) => scheme?.schemeName === 'JunctionLinkToken');
}

function headersOf(contract: string, { keys }: RunningServer): Record<string, string> {
  const made = editionContracts.find(({ name }) => name === contract);
  if (made !== undefined) {
    const entry = vendorEntry(made.vendor, made.edition);
    return Object.fromEntries([keyHeader(entry, entry.key.samples.editions)]);
  }
  if (!isVendor(contract)) return {};
  return Object.fromEntries([keyHeader(vendorEntry(contract), keys[contract])]);
}

function isVendor(contract: string): contract is Vendor {
  return vendorNames.some((vendor) => vendor === contract);
}

async function firstConnectionOf(userId: string, { url }: RunningServer): Promise<string | null> {
  const list = await fetch(`${url}/sandbox/workspaces/${workspaceId}/users/${userId}/connections?limit=1`);
  const { connections } = (await list.json()) as { readonly connections: readonly { readonly id: string }[] };
  return connections[0]?.id ?? null;
}

/** Null if the answer is not a 200. */
async function answerOf(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, { headers });
  return response.status === 200 ? response.json() : null;
}
