import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NewLink } from '../../../server/model/new-link.ts';
import { resourcesOf } from '../../../server/model/provider-scopes.ts';
import type { NewLinkSession } from '../../../server/store/links.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { databases, sqliteFile } from '../../support/databases.ts';
import { newUser, newWorkspace, now, sandbox, startOfTest, useStore } from './use-store.ts';

const later = (minutes: number) => new Date(Date.parse(startOfTest) + minutes * 60_000).toISOString();
const moment = { now: later(1), newId: randomUUID };
const session = {
  kind: 'consent',
  vendor: 'junction',
  provider: 'oura',
  redirectUrl: null,
  settings: { scopes: ['sleep'] },
  createdAt: startOfTest,
  expiresAt: later(15),
} as const;
const linkFor = (userId: string, of: Partial<NewLink> = {}): NewLink => ({
  userId,
  provider: 'oura',
  externalId: 'oura-1',
  externalUsername: 'zoe',
  grantedScopes: 'activity sleep',
  resources: resourcesOf('oura', ['activity', 'sleep']),
  integration: null,
  ...of,
});

describe.each(databases)('links, $name', (kind) => {
  const store = useStore(kind);

  async function begin(of: Partial<NewLinkSession> = {}, workspaceId = sandbox) {
    const userId = await newUser(store(), workspaceId);
    const created = await store().links.create(workspaceId, { ...session, userId, ...of });
    if (created?.kind !== 'created') throw new Error('The link was not created.');
    const found = await store().links.find(created.token, 'consent');
    if (found === null) throw new Error('The link was not found.');
    return { userId, token: created.token, found };
  }

  test('a link is found by its token, with the workspace of its user', async () => {
    const { id } = await newWorkspace(store());
    const { userId, token, found } = await begin({}, id);
    expect(found).toMatchObject({ ...session, userId, publicId: id, pending: null, consumedAt: null });
    expect(await store().links.find(token, 'widget')).toBeNull();
    expect(await store().links.find(`${token}x`, 'consent')).toBeNull();
    await store().workspaces.remove(id);
    expect(await store().links.find(token, 'consent')).toBeNull();
  });

  test('a link connects once, and uses up the link from which it was made', async () => {
    const first = await begin();
    const { userId } = first;
    const child = await store().links.create(sandbox, { ...session, userId, parent: first.found });
    const found = child?.kind === 'created' ? await store().links.find(child.token, 'consent') : null;
    if (found === null) throw new Error('The second link was not found.');
    const done = await store().links.complete(found, linkFor(userId), moment);
    expect(done).toMatchObject({
      kind: 'connected',
      connection: { state: 'active', externalUsername: 'zoe' },
    });
    for (const used of [found, first.found]) {
      expect(await store().links.complete(used, linkFor(userId), moment)).toEqual({ kind: 'consumed' });
      expect(await store().links.discard(used, moment.now)).toBe(false);
    }
    expect((await store().links.find(first.token, 'consent'))?.consumedAt).toBe(moment.now);
  });

  test('of two completions at once one connects', async () => {
    const { userId, found } = await begin();
    const complete = () => store().links.complete(found, linkFor(userId), moment);
    const kinds = (await Promise.all([complete(), complete(), complete()])).map((outcome) => outcome.kind);
    expect(kinds.toSorted()).toEqual(['connected', 'consumed', 'consumed']);
  });

  test('a link that has expired, or whose user is gone, connects nothing', async () => {
    const { userId, found } = await begin();
    const late = { ...moment, now: found.expiresAt };
    expect(await store().links.complete(found, linkFor(userId), late)).toEqual({ kind: 'expired' });
    expect(await store().links.discard(found, late.now)).toBe(false);
    await store().users.remove(sandbox, userId);
    expect(await store().links.complete(found, linkFor(userId), moment)).toEqual({ kind: 'no-user' });
  });

  test('a link that is made to expire connects nothing, and the link from which it was made stays', async () => {
    const { userId, found: parent } = await begin();
    const { token, found } = await begin({ parent });
    await store().links.expire(found, moment.now);
    expect((await store().links.find(token, 'consent'))?.expiresAt).toBe(moment.now);
    expect(await store().links.complete(found, linkFor(userId), moment)).toEqual({ kind: 'expired' });
    expect(await store().links.complete(parent, linkFor(userId), moment)).toMatchObject({
      kind: 'connected',
    });
    await store().links.expire(parent, later(2));
    expect(await store().links.discard(parent, moment.now)).toBe(false);
  });

  test('a link keeps what it waits for until it is used up', async () => {
    const { token, found } = await begin();
    await store().links.hold(found, { outcome: 'refused' });
    expect((await store().links.find(token, 'consent'))?.pending).toEqual({ outcome: 'refused' });
    await store().links.discard(found, moment.now);
    expect((await store().links.find(token, 'consent'))?.pending).toBeNull();
  });

  test('a wearable that is linked again keeps its id and its account', async () => {
    const userId = await newUser(store());
    const first = await store().connections.connect(sandbox, linkFor(userId), moment);
    if (first.kind !== 'connected') throw new Error('It was not connected.');
    const wearable = { userId, provider: 'oura' };
    await store().connections.transitionOf(sandbox, wearable, { type: 'deactivate' }, later(2));
    const other = linkFor(userId, { externalId: 'oura-2', grantedScopes: 'activity' });
    const again = await store().connections.connect(sandbox, other, { ...moment, now: later(3) });
    expect(again).toMatchObject({
      kind: 'reconnected',
      connection: {
        id: first.connection.id,
        externalId: 'oura-1',
        grantedScopes: 'activity',
        state: 'active',
      },
    });
    const renewed = await store().connections.connect(sandbox, other, { ...moment, now: later(3) });
    expect(renewed).toMatchObject({
      kind: 'renewed',
      connection: { id: first.connection.id, createdAt: later(1) },
    });
    const stored = await store().connections.findById(sandbox, first.connection.id);
    expect(stored?.updatedAt).toBe(new Date(Date.parse(later(3)) + 1).toISOString());
  });

  test('a user holds demo connections or real ones, not both', async () => {
    const [demo, real] = [await newUser(store()), await newUser(store())];
    const connect = (link: NewLink) => store().connections.connect(sandbox, link, moment);
    expect(await connect(linkFor(demo, { isDemo: true }))).toMatchObject({ kind: 'connected' });
    expect(await connect(linkFor(demo, { provider: 'fitbit' }))).toEqual({ kind: 'mixes-demo' });
    expect(await connect(linkFor(real))).toMatchObject({ kind: 'connected' });
    expect(await connect(linkFor(real, { provider: 'fitbit', isDemo: true }))).toEqual({
      kind: 'mixes-demo',
    });
  });

  test('the connections of several users are listed together, shared ones too', async () => {
    const { id, ownUserId } = await newWorkspace(store());
    const shared = '550e8400-e29b-41d4-a716-446655440000';
    const before = await store().connections.ofUsers(id, [shared, ownUserId, randomUUID()], 'junction');
    expect([...before.keys()].toSorted()).toEqual([shared, ownUserId].toSorted());
    await store().connections.connect(id, linkFor(shared, { provider: 'withings' }), moment);
    const after = await store().connections.ofUsers(id, [shared], 'junction');
    expect(after.get(shared)).toHaveLength((before.get(shared)?.length ?? 0) + 1);
  });
});

test('no more links begin than the limit allows, until one has expired or is used up', async () => {
  const store = await openStore({ data: ':memory:', now, limits: { links: 2 } });
  const userId = await newUser(store);
  const begin = (createdAt: string) => store.links.create(sandbox, { ...session, userId, createdAt });
  expect(await begin(startOfTest)).toMatchObject({ kind: 'created' });
  expect(await begin(startOfTest)).toMatchObject({ kind: 'created' });
  expect(await begin(later(14))).toEqual({ kind: 'exceeds', exceeds: 'links' });
  expect(await begin(later(15))).toMatchObject({ kind: 'created' });
  await store.close();
});

test('no token of a link is in the file of the database', async () => {
  const { data, dispose } = await sqliteFile.create();
  const store = await openStore({ data, now });
  const created = await store.links.create(sandbox, { ...session, userId: await newUser(store) });
  await store.close();
  const token = created?.kind === 'created' ? created.token : '';
  expect(token).toHaveLength(43);
  expect(readFileSync(data).includes(token)).toBe(false);
  await dispose();
});
