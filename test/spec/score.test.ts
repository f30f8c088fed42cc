import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vendorNames } from '../../spec/vendors.ts';
import { table } from '../support/read-guides.ts';
import { runRedocly } from '../support/run-redocly.ts';

test('the score is told by the exact version of Redocly that package.json names', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { stdout } = await runRedocly('--version');
  expect(JSON.parse(manifest).devDependencies['@redocly/cli']).toBe(stdout.trim());
});

const leastScores = [
  ['open-wearables', 92],
  ['junction', 80],
  ['mielto', 82],
] as const;
const shown = table('contract', 'score');

test('each vendor has a least score here, and a score in the README', () => {
  expect(leastScores.map(([vendor]) => vendor)).toEqual(vendorNames);
  expect(shown.map(([vendor]) => vendor)).toEqual(vendorNames);
});

test.each(leastScores)('%s scores %i or more, as the README shows', async (vendor, least) => {
  const { stdout } = await runRedocly('score', `spec/${vendor}.yaml`, '--format', 'json');
  const { agentReadiness } = JSON.parse(stdout);
  expect(agentReadiness).toBeGreaterThanOrEqual(least);
  expect(shown.find(([name]) => name === vendor)?.[1]).toBe(String(agentReadiness));
});
