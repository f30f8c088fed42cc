import { expect, test } from 'vitest';
import { editionDifferences } from '../../../build/docs/edition-differences.ts';
import { editionContracts, readContract } from '../../../contract/contract.ts';

test.each(editionContracts)('the differences of $name are listed, each once', async ({ name, vendor }) => {
  const [title, opening, list = ''] = await editionDifferences(name);
  expect(title).toBe('## Differences from the reference page');
  expect(opening).toContain(`(../reference/${vendor}.md)`);
  const lines = list.split('\n');
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of lines) expect(line).toMatch(/^- .+\.$/);
});

test('a contract that is not an edition has no differences', async () => {
  expect(readContract('junction').name).toBe('junction');
  expect(await editionDifferences('junction')).toEqual([]);
});
