import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Connection } from '../../../server/model/connection.ts';
import type { NewWorkspace } from '../../../server/model/workspace.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import type { ListRequest, ListShape } from '../../../server/store/list-request.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { vendors } from '../../../spec/vendors.ts';
import type { DatabaseKind, TestDatabase } from '../../support/databases.ts';

export const startOfTest = '2025-06-03T08:00:00.000Z';
export const now = () => startOfTest;
export const sandbox: string = defaultWorkspaces[0].id;
export const second: string = defaultWorkspaces[1].id;

/** The connections that Mielto lists, in all states and of all types. */
export const mieltoShape: ListShape = { vendor: 'mielto', newestBy: 'created_at' };
export const openWearablesShape: ListShape = { vendor: 'open-wearables', newestBy: 'updated_at' };

/** A store on a new database, which the tests of one file share. Each test creates its own users or workspaces. */
export function useStore(kind: DatabaseKind): () => Store {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await kind.create();
    store = await openStore({ data: database.data, now });
  });
  afterAll(async () => {
    await store.close();
    await database.dispose();
  });
  return () => store;
}

/** Creates a user without connections, by default in the sandbox workspace. */
export async function newUser(store: Store, workspaceId = sandbox): Promise<string> {
  const id = randomUUID();
  await store.users.create(workspaceId, { id, createdAt: startOfTest });
  return id;
}

/** Creates a workspace with its own keys. It contains the scenario users. */
export async function newWorkspace(store: Store): Promise<NewWorkspace> {
  const id = `ws_${randomUUID().replaceAll('-', '')}`;
  const keyFor = (vendor: string) => `${vendor} key of ${id}`;
  const [openWearables, junction, mielto] = vendors.map(({ vendor }) => keyFor(vendor));
  const workspace: NewWorkspace = {
    id,
    name: 'A workspace of a test',
    ownUserId: randomUUID(),
    createdAt: startOfTest,
    editions: {},
    developerTokens: { 'open-wearables': `a token of ${id}` },
    keys: { 'open-wearables': openWearables ?? '', junction: junction ?? '', mielto: mielto ?? '' },
  };
  await store.workspaces.create(workspace);
  return workspace;
}

/** A connection to Slack, changed by the given fields. */
export function aConnection(of: Partial<Connection> & Pick<Connection, 'userId'>): Connection {
  const isWearable = of.provider !== undefined && of.integrationType === undefined && of.provider !== 'slack';
  return {
    id: randomUUID(),
    provider: 'slack',
    providerName: null,
    logo: null,
    externalId: null,
    externalUsername: null,
    grantedScopes: null,
    state: 'active',
    cause: null,
    resources: {},
    label: null,
    integrationType: isWearable ? null : 'connectors',
    config: null,
    credentialId: 'cred_1',
    createdBy: 'a test',
    lastSyncedAt: null,
    expiresAt: null,
    createdAt: startOfTest,
    updatedAt: startOfTest,
    ...of,
  };
}

/** A request for a user's first 100 connections in the sandbox workspace, changed by the given fields. */
export function requestFor(userId: string, of: Partial<ListRequest> = {}): ListRequest {
  return { workspaceId: sandbox, userId, integrationType: null, skip: 0, limit: 100, ...of };
}

/** The address of a connection in the sandbox workspace. */
export function addressOf({ userId, id }: Connection) {
  return { workspaceId: sandbox, userId, connectionId: id };
}
