import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editionContracts } from '../../contract/contract.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { runRedocly } from '../support/run-redocly.ts';

/** Minimum scores for agent readiness, out of 100. The vendors' own documents score 54 and 46. */
const minimumScores = [
  ['open-wearables', 92],
  ['junction', 80],
  ['mielto', 82],
  ['open-wearables.0-6', 92],
] as const;

test('The installed Redocly is exactly the version in package.json', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { stdout } = await runRedocly('--version');
  expect(JSON.parse(manifest).devDependencies['@redocly/cli']).toBe(stdout.trim());
});

test('Each vendor and each edition has a minimum score', () => {
  const names = [...vendorNames, ...editionContracts.map(({ name }) => name)];
  expect(minimumScores.map(([name]) => name)).toEqual(names);
});

test.each(minimumScores)('The contract of %s scores at least %i', async (name, minimum) => {
  const folder = editionContracts.some((edition) => edition.name === name) ? 'generated' : 'spec';
  const { stdout } = await runRedocly('score', `${folder}/${name}.yaml`, '--format', 'json');
  expect(JSON.parse(stdout).agentReadiness).toBeGreaterThanOrEqual(minimum);
});
