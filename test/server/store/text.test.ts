import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';
import { aConnection, addressOf, mieltoShape, newUser, requestFor, sandbox, useStore } from './use-store.ts';

/** In byte order. English sorts lower case first, and ignores hyphens and underscores. */
const inByteOrder = ['', '-z', '0', 'A', 'B', 'Z', '_a', 'a', 'b', 'ä', 'ש', 'ﬀ', '😀'];

const { userId: awkward } = scenarioUsers[9];
const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed() && !value.includes('\0'));
const optionalText = fc.option(text);

describe.each(databases)('text, $name', (kind) => {
  const store = useStore(kind);

  test('is sorted by bytes in every locale', async () => {
    const userId = await newUser(store());
    for (const start of inByteOrder.toReversed())
      await store().connections.create(
        sandbox,
        aConnection({ userId, id: `${start} ${userId}`, label: start }),
      );

    const list = await store().listConnections(mieltoShape, requestFor(userId));
    expect(list?.connections.map(({ label }) => label)).toEqual(inByteOrder);
    const after = `B ${userId}`;
    const rest = await store().connections.list(sandbox, userId, { after, limit: 100 });
    expect(rest?.map(({ label }) => label)).toEqual(inByteOrder.slice(inByteOrder.indexOf('Z')));
  });

  test('ids that differ only in case or in the encoding of an accent are different', async () => {
    const userId = await newUser(store());
    const ids = ['é', 'e\u0301', 'E', 'e', 'e '].map((id) => `${id}|${userId}`);
    for (const id of ids) {
      const address = { workspaceId: sandbox, userId, connectionId: id };
      expect(await store().connections.find(address)).toBeNull();
      expect(await store().connections.create(sandbox, aConnection({ userId, id }))).toBe('created');
    }
  });

  test('of the scenario awkward-text is read exactly as it was written', async () => {
    const seeded = workspaceSeed(defaultWorkspaces[0].ownUserId).connections;
    const want = seeded.filter(({ userId }) => userId === awkward);
    const found = await store().connections.list(sandbox, awkward, { after: '', limit: 100 });
    expect(found).toEqual(want);
    expect(found?.map(({ externalUsername }) => externalUsername?.length ?? 0)).toContain(510);
  });

  test('of any kind is read exactly as it was written', async () => {
    const userId = await newUser(store());
    const config = fc.option(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })),
    );
    const fields = { label: optionalText, externalId: optionalText, grantedScopes: optionalText, config };
    await fc.assert(
      fc.asyncProperty(fc.record(fields), async (of) => {
        const connection = aConnection({ userId, ...JSON.parse(JSON.stringify(of)) });
        await store().connections.create(sandbox, connection);
        expect(await store().connections.find(addressOf(connection))).toEqual(connection);
      }),
      {
        numRuns: 50,
        examples: [[{ label: null, externalId: '', grantedScopes: ' ', config: { '\ud800': '\0' } }]],
      },
    );
  });
});
