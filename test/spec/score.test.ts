import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runRedocly } from '../support/run-redocly.ts';

test('the score is told by the exact version of Redocly that package.json names', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { stdout } = await runRedocly('--version');
  expect(JSON.parse(manifest).devDependencies['@redocly/cli']).toBe(stdout.trim());
});

test.each([
  ['open-wearables.yaml', 92],
  ['junction.yaml', 80],
  ['mielto.yaml', 82],
])('%s scores %i or more', async (name, least) => {
  const { stdout } = await runRedocly('score', `spec/${name}`, '--format', 'json');
  expect(JSON.parse(stdout).agentReadiness).toBeGreaterThanOrEqual(least);
});
