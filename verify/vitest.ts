import { afterAll, describe, type TestContext, test } from 'vitest';
import { type Vendor, vendorEntry } from '../spec/vendors.ts';
import { outcomeRows, rowLines } from './report/outcome-rows.ts';
import { conclude } from './results/conclusion.ts';
import type { CheckDescription, Outcome } from './results/outcome.ts';
import { OutcomeReader } from './results/outcome-reader.ts';
import type { VerifyOptions } from './run/verify-options.ts';
import { planRun } from './verify.ts';

export interface DescribeContractOptions extends VerifyOptions {
  /** A check that has only warnings fails too. */
  readonly failOnWarning?: boolean;
  /** A run in which nothing could be checked is no failure. */
  readonly allowInconclusive?: boolean;
}

/**
 * Makes each check a test of its own, under the name of its API. What is wrong fails it, findings and all; a check that
 * could not judge is skipped and says why; and one more test fails where there was nothing to judge.
 *
 * @example
 * const server = await startMyServer();
 * describeContract({
 *   baseUrl: server.url,
 *   apis: [{ vendor: 'junction', key: 'sk_us_…', users: [{ id: '550e8400-e29b-41d4-a716-446655440000' }] }],
 * });
 */
export function describeContract(options: DescribeContractOptions): void {
  const { failOnWarning = false, allowInconclusive = false, signal, ...rest } = options;
  const ending = new AbortController();
  const run = planRun({
    ...rest,
    signal: AbortSignal.any([ending.signal, ...(signal === undefined ? [] : [signal])]),
  });
  const outcomes = new OutcomeReader(run.outcomes());
  const testOf = (check: CheckDescription) => {
    test(check.title, async (context) => {
      await tell(await outcomes.of(check), context, failOnWarning);
    });
  };

  for (const [vendor, checks] of Map.groupBy(run.checks, (check) => check.vendor)) {
    const operations = Map.groupBy(checks, (check) => check.operationId);
    // Each answer has its own limit of time, and a spared target is asked slowly.
    describe(vendorEntry(vendor).title, { timeout: 0 }, () => {
      for (const [operationId, checksOfOperation] of operations) {
        const define = () => checksOfOperation.forEach(testOf);
        if (operations.size === 1) define();
        else describe(operationId, define);
      }
      test('There was something to judge', async () => {
        const all = (await outcomes.all()).filter((outcome) => outcome.check.vendor === vendor);
        // What failed has failed its own test.
        const rest = all.filter(({ status }) => status !== 'failed' && status !== 'error');
        const { exitCode, reason } = conclude({
          outcomes: rest,
          items: itemsOf(run.items(), vendor),
          cutShort: run.cutShort(),
          failOnWarning: false,
          allowInconclusive: allowInconclusive || rest.length < all.length,
        });
        if (exitCode !== 0) throw plainError(reason);
      });
    });
  }
  afterAll(() => ending.abort());
}

function itemsOf(items: ReadonlyMap<Vendor, number>, vendor: Vendor): ReadonlyMap<Vendor, number> {
  return new Map([[vendor, items.get(vendor) ?? 0]]);
}

async function tell(outcome: Outcome, context: TestContext, failOnWarning: boolean): Promise<void> {
  const text = () => [outcome.check.id, ...rowLines(outcomeRows(outcome))].join('\n');
  switch (outcome.status) {
    case 'passed':
      return;
    case 'failed':
    case 'error':
      throw plainError(text());
    case 'warning':
      if (failOnWarning) throw plainError(text());
      await context.annotate(text(), 'warning');
      return;
    case 'inconclusive':
    case 'skipped':
      return context.skip(outcome.reason);
    default:
      return outcome satisfies never;
  }
}

/** An error whose trace, which leads nowhere but here, is left out. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
