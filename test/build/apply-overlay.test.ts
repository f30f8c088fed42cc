import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { applyOverlay } from '../../build/apply-overlay.ts';
import { editionContracts, readContract } from '../../contract/contract.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const base = new URL('../../spec/open-wearables.yaml', import.meta.url);

function overlayWith(name: string, actions: readonly object[]): URL {
  const file = join(folder, `${name}.overlay.yaml`);
  const head = { overlay: '1.0.0', info: { title: 'An edition', version: '1.0.0' } };
  writeFileSync(file, JSON.stringify({ ...head, actions }));
  return pathToFileURL(file);
}

test('an update changes the document and nothing else', async () => {
  const overlay = overlayWith('title', [
    { target: '$.info', description: 'Another title.', update: { title: 'New' } },
  ]);
  const { document } = readContract('open-wearables');
  expect(await applyOverlay(base, overlay)).toEqual({
    ...document,
    info: { ...document.info, title: 'New' },
  });
});

test('a target that matches nothing is an error that names it', async () => {
  const overlay = overlayWith('typo', [
    { target: '$.inof', description: 'Another title.', update: { title: 'New' } },
  ]);
  await expect(applyOverlay(base, overlay)).rejects.toThrow(
    'Cannot apply typo.overlay.yaml:\nAction 1, $.inof: it matches nothing. Fix the path.',
  );
});

test.each([
  ['a description', { target: '$.info', update: { title: 'New' } }],
  ['a target', { description: 'Another title.', update: { title: 'New' } }],
])('an action without %s is an error', async (_, action) => {
  await expect(applyOverlay(base, overlayWith('incomplete', [action]))).rejects.toThrow(
    /^Action 1 of incomplete\.overlay\.yaml has no target or no description\./,
  );
});

test.each(editionContracts)(
  'the contract $name accepts the key only in the header of its entry',
  (listed) => {
    const { operations } = readContract(listed.name);
    const { header } = vendorEntry(listed.vendor, listed.edition).key;
    const schemes = [...operations.values()].flatMap(({ security }) => security);
    const headers = schemes.flatMap((scheme) => (scheme?.type === 'apiKey' ? [scheme.name] : []));
    expect(new Set(headers)).toEqual(new Set([header]));
  },
);
