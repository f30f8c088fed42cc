import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../server/model/connection.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import type { ListShape } from '../../../server/store/list-request.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';
import { mieltoShape, newUser, requestFor, useStore } from './use-store.ts';

const { userId } = scenarioUsers[8];
const all = workspaceSeed(defaultWorkspaces[0].ownUserId)
  .connections.filter((connection) => connection.userId === userId)
  .sort((a, b) => compare(b.createdAt, a.createdAt) || compare(a.id, b.id));
const active = all.filter(({ state }) => state === 'active');

describe.each(databases)('paging through many connections, $name', (kind) => {
  const store = useStore(kind);

  test.each([
    ['all', 1, mieltoShape, all.slice(0, 30)],
    ['all', 100, mieltoShape, all],
    ['all', 7, mieltoShape, all.slice(0, 70)],
    ['all', 1000, mieltoShape, all],
    ['active', 90, { ...mieltoShape, states: ['active'] }, active],
    ['active', 97, { ...mieltoShape, states: ['active'] }, active],
  ] satisfies [string, number, ListShape, typeof all][])(
    'returns %s connections in pages of %i, each once and in order',
    async (_, limit, shape, want) => {
      const total = shape.states === undefined ? all.length : active.length;
      const read: Connection[] = [];
      while (read.length < want.length) {
        const page = await store().listConnections(shape, requestFor(userId, { skip: read.length, limit }));
        expect(page?.total).toBe(total);
        expect(page?.connections).toHaveLength(Math.min(limit, total - read.length));
        read.push(...(page?.connections ?? []));
      }
      expect(read).toEqual(want);
    },
  );

  test('returns any part of the list, with the total of the whole list', async () => {
    const bounds = { skip: fc.nat(all.length + 50), limit: fc.integer({ min: 1, max: 1000 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(bounds), async ({ skip, limit }) => {
        const list = await store().listConnections(mieltoShape, requestFor(userId, { skip, limit }));
        expect(list).toEqual({ connections: all.slice(skip, skip + limit), total: all.length });
      }),
      { numRuns: 25, examples: [[{ skip: 200, limit: 1000 }], [{ skip: 1199, limit: 1 }]] },
    );
  });

  test.each([1199, 1200, 1201, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER])(
    'returns the total if %i connections are skipped',
    async (skip) => {
      const list = await store().listConnections(mieltoShape, requestFor(userId, { skip, limit: 1000 }));
      expect(list).toEqual({ connections: all.slice(skip), total: 1200 });
    },
  );

  test('returns null for an unknown user, for any skip', async () => {
    const request = requestFor('unknown', { skip: Number.MAX_SAFE_INTEGER });
    expect(await store().listConnections(mieltoShape, request)).toBeNull();
  });

  test('returns a total of 0 past the end of an empty list', async () => {
    const request = requestFor(await newUser(store()), { skip: 5 });
    expect(await store().listConnections(mieltoShape, request)).toEqual({ connections: [], total: 0 });
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
