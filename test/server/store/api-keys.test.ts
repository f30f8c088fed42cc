import { describe, expect, test } from 'vitest';
import { vendors } from '../../../spec/vendors.ts';
import { databases } from '../../support/databases.ts';
import { newWorkspace, useStore } from './use-store.ts';

describe.each(databases)('keys, $name', (kind) => {
  const store = useStore(kind);

  test.each(vendors)('of $vendor open their own workspace', async ({ vendor }) => {
    const [one, other] = [await newWorkspace(store()), await newWorkspace(store())];
    expect((await store().findWorkspaceByKey(vendor, one.keys[vendor]))?.workspaceId).toBe(one.id);
    expect((await store().findWorkspaceByKey(vendor, other.keys[vendor]))?.workspaceId).toBe(other.id);
  });

  test('open the API of their own vendor alone', async () => {
    const { id, keys } = await newWorkspace(store());
    for (const { vendor } of vendors) {
      for (const { vendor: owner } of vendors) {
        const want = owner === vendor ? id : null;
        const found = await store().findWorkspaceByKey(vendor, keys[owner]);
        expect(found?.workspaceId ?? null).toBe(want);
      }
    }
  });

  test.each([
    ['empty', () => ''],
    ['shorter by a character', (key: string) => key.slice(0, -1)],
    ['longer by a character', (key: string) => `${key} `],
    ['in the other case', (key: string) => key.toUpperCase()],
    ['with NUL', (key: string) => `${key}\0`],
    ['a pattern', () => '%'],
  ])('open nothing where the key is %s', async (_, change) => {
    const { keys } = await newWorkspace(store());
    for (const { vendor } of vendors)
      expect(await store().findWorkspaceByKey(vendor, change(keys[vendor]))).toBeNull();
  });

  test('open nothing once the workspace is removed', async () => {
    const { id, keys } = await newWorkspace(store());
    await store().workspaces.remove(id);
    for (const { vendor } of vendors)
      expect(await store().findWorkspaceByKey(vendor, keys[vendor])).toBeNull();
  });
});
