import type { components } from '../../../generated/sandbox.ts';
import { type Vendor, vendorEntry, vendorNames } from '../../../spec/vendors.ts';
import { keyHeaders, listPath } from '../../support/vendor-calls.ts';
import type { ShownConnection } from '../model/connection-model.ts';
import { compareConnections, compareVendorList, ignoreUser, type VendorItem } from '../model/user-model.ts';
import { compareUsers, type WorkspaceModel } from '../model/workspace-model.ts';
import { type Call, call, callDuringReset, impossible, isUncertain } from './call.ts';
import type { Place } from './connection-actions.ts';
import { connectionsPath, usersPath } from './paths.ts';
import { type Client, defaultWorkspace } from './world.ts';

/** Reads a vendor's list of a user, and compares it with the model. */
export async function readVendorList(
  client: Client,
  { workspace, user }: Place,
  vendor: Vendor,
): Promise<void> {
  const request = vendorListCall(workspace, user.id, vendor);
  const answer = await call(client, request);
  if (isUncertain(answer)) return;
  const { tally, slugs } = client.world;
  const faults =
    answer.status === 200
      ? compareVendorList({ user, vendor, slugs, found: itemsOf(vendor, answer.json) })
      : [impossible(request, answer)];
  tally.report(faults);
  if (faults.length > 0) ignoreUser(user);
}

/** Reads the connections of a user in the sandbox API, and compares them with the model. */
export async function readConnections(client: Client, { workspace, user }: Place): Promise<void> {
  const path = connectionsPath(workspace, user);
  const found = await readPages<ShownConnection>(client, path, 'connections');
  if (found === null) return;
  const faults = compareConnections(user, found);
  client.world.tally.report(faults);
  if (faults.length > 0) ignoreUser(user);
}

/** Reads everything that is known of a workspace. */
export async function checkWorkspace(client: Client, workspace: WorkspaceModel): Promise<void> {
  const found = await readPages<components['schemas']['SandboxUser']>(client, usersPath(workspace), 'users');
  if (found !== null) {
    const faults = compareUsers(
      workspace,
      found.map(({ id }) => id),
    );
    client.world.tally.report(faults);
    for (const id of workspace.users.keys())
      if (faults.some(({ text }) => text.includes(id))) workspace.users.delete(id);
  }
  for (const user of workspace.users.values()) {
    if (!user.isDoubtful) await readConnections(client, { workspace, user });
    for (const vendor of vendorNames)
      if (!user.isDoubtful) await readVendorList(client, { workspace, user }, vendor);
  }
}

/** Reads a list of the first scenario user, whose answer never changes, also while a reset runs. */
export async function readScenarioList(
  client: Client,
  vendor: Vendor,
  workspace: WorkspaceModel,
): Promise<void> {
  const request = vendorListCall(workspace, scenarioUserOfLists, vendor);
  const answer = workspace.isShared ? await callDuringReset(client, request) : await call(client, request);
  if (isUncertain(answer)) return;
  const { scenarioLists, tally } = client.world;
  if (
    answer.status !== 200 ||
    answer.text.replaceAll(workspace.id, defaultWorkspace) !== scenarioLists.get(vendor)
  )
    tally.report([impossible(request, answer)]);
}

/** Asks with a key that must not be accepted, and with the key of another workspace. */
export async function readForbidden(
  client: Client,
  { workspace, user }: Place,
  vendor: Vendor,
): Promise<void> {
  const { random, workspaces, world } = client;
  const others = [...workspaces.values()].filter((other) => other !== workspace && !other.isDoubtful);
  // Every workspace has the scenario user.
  const other = user.id === scenarioUserOfLists ? null : random.pick([null, ...others]);
  const keys = other?.keys ?? { ...workspace.keys, [vendor]: `${vendor}_unknown` };
  const request = vendorListCall({ keys }, user.id, vendor);
  const answer = await call(client, request);
  if (!isUncertain(answer) && answer.status !== (other === null ? 401 : 404))
    world.tally.report([{ ...impossible(request, answer), kind: 'wrong' }]);
}

/** Reads all pages of a list of the sandbox API. Returns null if an answer did not arrive or was a 5xx. */
export async function readPages<Item>(client: Client, path: string, name: string): Promise<Item[] | null> {
  const items: Item[] = [];
  for (let after = ''; ; ) {
    const request: Call = { path: `${path}?limit=1000${after}` };
    const answer = await call(client, request);
    if (isUncertain(answer)) return null;
    if (answer.status !== 200) {
      client.world.tally.report([impossible(request, answer)]);
      return null;
    }
    const page = answer.json as { readonly next: string | null } & Record<string, readonly Item[]>;
    items.push(...(page[name] ?? []));
    if (page.next === null) return items;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

/** The user of the vendors' pages. */
export const scenarioUserOfLists = '550e8400-e29b-41d4-a716-446655440000';

export function vendorListCall({ keys }: Pick<WorkspaceModel, 'keys'>, userId: string, vendor: Vendor): Call {
  return { path: listPath(vendor, userId), headers: keyHeaders[vendor](keys[vendor]) };
}

function itemsOf(vendor: Vendor, body: unknown): VendorItem[] {
  const { itemsAt, identity } = vendorEntry(vendor).list;
  const items = (itemsAt === '' ? body : Reflect.get(Object(body), itemsAt.slice(1))) as VendorListItem[];
  return items.map((item) => ({
    identity: String(Reflect.get(item, identity[0] ?? '')),
    status: item.error_details?.error_type ?? item.status,
    updatedAt: item.updated_at ?? null,
  }));
}

/** What an item has at any vendor. */
interface VendorListItem {
  readonly status: string;
  readonly updated_at?: string;
  /** Junction shows the cause of an error as an object. */
  readonly error_details?: { readonly error_type: string } | null;
}
