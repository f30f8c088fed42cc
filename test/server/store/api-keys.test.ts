import { describe, expect, test } from 'vitest';
import { vendors } from '../../../spec/vendors.ts';
import { databases } from '../../support/databases.ts';
import { newWorkspace, useStore } from './use-store.ts';

describe.each(databases)('API keys, $name', (kind) => {
  const store = useStore(kind);

  test.each(vendors)('a key of $vendor finds its own workspace', async ({ vendor }) => {
    const [one, other] = [await newWorkspace(store()), await newWorkspace(store())];
    expect((await store().findWorkspaceByKey(vendor, one.keys[vendor]))?.workspaceId).toBe(one.id);
    expect((await store().findWorkspaceByKey(vendor, other.keys[vendor]))?.workspaceId).toBe(other.id);
  });

  test('a key is valid only for the API of its own vendor', async () => {
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
    ['one character shorter', (key: string) => key.slice(0, -1)],
    ['one character longer', (key: string) => `${key} `],
    ['in upper case', (key: string) => key.toUpperCase()],
    ['followed by NUL', (key: string) => `${key}\0`],
    ['an SQL pattern', () => '%'],
  ])('no workspace is found if the key is %s', async (_, change) => {
    const { keys } = await newWorkspace(store());
    for (const { vendor } of vendors)
      expect(await store().findWorkspaceByKey(vendor, change(keys[vendor]))).toBeNull();
  });

  test('the keys of a removed workspace are invalid', async () => {
    const { id, keys } = await newWorkspace(store());
    await store().workspaces.remove(id);
    for (const { vendor } of vendors)
      expect(await store().findWorkspaceByKey(vendor, keys[vendor])).toBeNull();
  });
});
