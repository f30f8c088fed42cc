import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conclude } from '../../../verify/results/conclusion.ts';
import type { CheckStatus, Outcome } from '../../../verify/results/outcome.ts';

const check = {
  id: 'mielto.listMieltoConnections.shape.200.json',
  operationId: 'listMieltoConnections',
  vendor: 'mielto',
  group: 'shape',
  title: 'A title',
  rule: 'spec/mielto.yaml#',
  provenance: 'page',
  why: 'A reason.',
  fix: 'A fix.',
} as const;
const statusByName: Readonly<Record<CheckStatus['status'], CheckStatus>> = {
  passed: { status: 'passed' },
  failed: { status: 'failed', findings: [] },
  warning: { status: 'warning', findings: [] },
  inconclusive: { status: 'inconclusive', reason: 'r' },
  'not-applicable': { status: 'not-applicable', reason: 'r' },
  skipped: { status: 'skipped', reason: 'r' },
  error: { status: 'error', reason: 'r' },
};
const all = Object.values(statusByName).map(({ status }) => status);
const outcomeOf = (status: CheckStatus['status']): Outcome => ({
  ...statusByName[status],
  check,
  requests: 1,
  milliseconds: 1,
});

test('Each combination of outcomes and flags has its exit code', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...all), { maxLength: 6 }),
      fc.record({
        stopReason: fc.constantFrom(null, 'request-limit' as const, 'timeouts' as const),
        failOnWarning: fc.boolean(),
        allowInconclusive: fc.boolean(),
        items: fc.nat(1),
      }),
      (statuses, { items, ...flags }) => {
        const has = (status: CheckStatus['status']) => statuses.includes(status);
        const isInconclusive = items === 0 || flags.stopReason !== null || !(has('passed') || has('warning'));
        const fails =
          has('failed') || flags.stopReason === 'timeouts' || (has('warning') && flags.failOnWarning);
        const want = has('error') ? 2 : fails || (isInconclusive && !flags.allowInconclusive) ? 1 : 0;
        const outcomes = statuses.map(outcomeOf);
        const { exitCode, reason } = conclude({ outcomes, items: new Map([['mielto', items]]), ...flags });
        expect(exitCode).toBe(want);
        expect(reason).toMatch(/^[A-Z0-9].*\.$/);
      },
    ),
    { numRuns: 500 },
  );
});

test('The reason names an API that returned no items, even if another returned some', () => {
  const items = new Map([['mielto', 3] as const, ['junction', 0] as const]);
  const flags = { stopReason: null, failOnWarning: false, allowInconclusive: false };
  expect(conclude({ outcomes: [outcomeOf('passed')], items, ...flags })).toEqual({
    exitCode: 1,
    reason: expect.stringMatching(/^Junction returned no items/),
  });
});
