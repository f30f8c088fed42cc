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
  fix: 'A cure.',
} as const;
const verdicts: Readonly<Record<CheckStatus['status'], CheckStatus>> = {
  passed: { status: 'passed' },
  failed: { status: 'failed', findings: [] },
  warning: { status: 'warning', findings: [] },
  inconclusive: { status: 'inconclusive', reason: 'r' },
  skipped: { status: 'skipped', reason: 'r' },
  error: { status: 'error', reason: 'r' },
};
const all = Object.values(verdicts).map(({ status }) => status);
const outcomeOf = (status: CheckStatus['status']): Outcome => ({
  ...verdicts[status],
  check,
  requests: 1,
  milliseconds: 1,
});

test('Each combination of outcomes and flags has its exit code', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...all), { maxLength: 6 }),
      fc.record({
        cutShort: fc.constantFrom(null, 'limit' as const, 'silence' as const),
        failOnWarning: fc.boolean(),
        allowInconclusive: fc.boolean(),
        items: fc.nat(1),
      }),
      (statuses, { items, ...flags }) => {
        const has = (status: CheckStatus['status']) => statuses.includes(status);
        const lacking = items === 0 || flags.cutShort !== null || !(has('passed') || has('warning'));
        const breaks =
          has('failed') || flags.cutShort === 'silence' || (has('warning') && flags.failOnWarning);
        const want = has('error') ? 2 : breaks || (lacking && !flags.allowInconclusive) ? 1 : 0;
        const outcomes = statuses.map(outcomeOf);
        const { exitCode, reason } = conclude({ outcomes, items: new Map([['mielto', items]]), ...flags });
        expect(exitCode).toBe(want);
        expect(reason).toMatch(/^[A-Z0-9].*\.$/);
      },
    ),
    { numRuns: 500 },
  );
});

test('One API without items is named, though another has some', () => {
  const items = new Map([['mielto', 3] as const, ['junction', 0] as const]);
  const flags = { cutShort: null, failOnWarning: false, allowInconclusive: false };
  expect(conclude({ outcomes: [outcomeOf('passed')], items, ...flags })).toEqual({
    exitCode: 1,
    reason: expect.stringContaining('of Junction was there'),
  });
});
