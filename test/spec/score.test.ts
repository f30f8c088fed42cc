import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vendorNames } from '../../spec/vendors.ts';
import { runRedocly } from '../support/run-redocly.ts';

/** Minimum scores for agent readiness, out of 100. The vendors' own documents score 54 and 46. */
const minimumScores = [
  ['open-wearables', 92],
  ['junction', 80],
  ['mielto', 82],
] as const;

test('The installed Redocly is exactly the version in package.json', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { stdout } = await runRedocly('--version');
  expect(JSON.parse(manifest).devDependencies['@redocly/cli']).toBe(stdout.trim());
});

test('Each vendor has a minimum score', () => {
  expect(minimumScores.map(([vendor]) => vendor)).toEqual(vendorNames);
});

test.each(minimumScores)('The contract of %s scores at least %i', async (vendor, minimum) => {
  const { stdout } = await runRedocly('score', `spec/${vendor}.yaml`, '--format', 'json');
  expect(JSON.parse(stdout).agentReadiness).toBeGreaterThanOrEqual(minimum);
});
