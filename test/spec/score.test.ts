import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vendorNames } from '../../spec/vendors.ts';
import { runRedocly } from '../support/run-redocly.ts';

/** The least points for agent readiness, of 100. The documents that the vendors themselves publish get 54 and 46. */
const leastScores = [
  ['open-wearables', 92],
  ['junction', 80],
  ['mielto', 82],
] as const;

test('The score is that of the exact version of Redocly that package.json names', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { stdout } = await runRedocly('--version');
  expect(JSON.parse(manifest).devDependencies['@redocly/cli']).toBe(stdout.trim());
});

test('Each vendor has a least score', () => {
  expect(leastScores.map(([vendor]) => vendor)).toEqual(vendorNames);
});

test.each(leastScores)('The contract of %s scores %i or more', async (vendor, least) => {
  const { stdout } = await runRedocly('score', `spec/${vendor}.yaml`, '--format', 'json');
  expect(JSON.parse(stdout).agentReadiness).toBeGreaterThanOrEqual(least);
});
