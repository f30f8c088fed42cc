import { describe, expect, test } from 'vitest';
import { runForeignServer } from '../run-foreign-server.ts';
import { verifyForeign } from '../verify-foreign.ts';
import { openWearablesInstallation } from './open-wearables-installation.ts';
import { startOpenWearables } from './open-wearables-server.ts';
import { wearablesTarget } from './wearables-target.ts';

const seeds = [1, 2, 3];

describe('A run against Open Wearables 0.6 reports exactly how it differs, for any seed', () => {
  test('without its error', async () => {
    for await (const { run, seed, notPassed } of runForeignServer(
      openWearablesInstallation({ uuidKeyBreaks: false }),
      seeds,
    )) {
      expect(notPassed.toSorted(), `${run.title}, seed ${seed}`).toEqual(run.notPassed.toSorted());
    }
  });

  test('with its error, which is one more failure, and closes the connection', async () => {
    for await (const { run, seed, notPassed } of runForeignServer(
      openWearablesInstallation({ uuidKeyBreaks: true }),
      seeds,
    )) {
      const more = notPassed.filter((line) => !run.notPassed.includes(line));
      const [closed, others] = [
        more.filter(isAboutConnection),
        more.filter((line) => !isAboutConnection(line)),
      ];
      expect(closed, `${run.title}, seed ${seed}`).toHaveLength(1);
      expect(others, `${run.title}, seed ${seed}`).toEqual([expect.stringMatching(/^failed /)]);
      expect(notPassed).toHaveLength(run.notPassed.length + 2);
    }
  });
});

function isAboutConnection(line: string): boolean {
  return line.endsWith('.transport.after-error');
}

test('The error is one finding, whichever keys cause it', async () => {
  const server = await startOpenWearables({ keyHeader: 'x-api-key', uuidKeyBreaks: true });
  const outcomes = await verifyForeign(server.url, { apis: [wearablesTarget] });
  await server.close();
  const failures = outcomes.flatMap((outcome) =>
    'findings' in outcome ? outcome.findings.filter(({ severity }) => severity === 'failure') : [],
  );
  expect(failures.filter(({ actual }) => actual.startsWith('500'))).toHaveLength(1);
});
