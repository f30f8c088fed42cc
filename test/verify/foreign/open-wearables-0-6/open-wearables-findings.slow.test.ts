import { describe, expect, test } from 'vitest';
import { runForeignServer } from '../run-foreign-server.ts';
import { verifyForeign } from '../verify-foreign.ts';
import { openWearablesInstallation } from './open-wearables-installation.ts';
import { startOpenWearables } from './open-wearables-server.ts';
import { editionTarget } from './wearables-target.ts';

const seeds = [1, 2, 3];

describe('A run against Open Wearables 0.6 reports exactly how it differs, for any seed', () => {
  test.each([
    ['without its error', false],
    ['with its error', true],
  ])('%s', async (_, uuidKeyBreaks) => {
    for await (const { run, seed, notPassed } of runForeignServer(
      openWearablesInstallation({ uuidKeyBreaks }),
      seeds,
    )) {
      expect(notPassed.toSorted(), `${run.title}, seed ${seed}`).toEqual(run.notPassed.toSorted());
    }
  });
});

test.each([
  ['has no failure without its error', false, []],
  ['has exactly one failure with its error: the 500, whichever keys cause it', true, ['500']],
] as const)(
  'Verified against its edition, with and without --strict, it %s',
  async (_, uuidKeyBreaks, expected) => {
    const server = await startOpenWearables({ uuidKeyBreaks });
    for (const strict of [false, true]) {
      const outcomes = await verifyForeign(server.url, { apis: [editionTarget], strict });
      const failures = outcomes.flatMap((outcome) =>
        'findings' in outcome ? outcome.findings.filter(({ severity }) => severity === 'failure') : [],
      );
      expect(failures.map(({ actual }) => actual)).toEqual(expected);
    }
    await server.close();
  },
);
