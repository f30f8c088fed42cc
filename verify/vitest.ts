import { afterAll, describe, type TestContext, test } from 'vitest';
import type { Vendor } from '../spec/vendors.ts';
import { outcomeRows, rowLines } from './report/outcome-rows.ts';
import { apiTitle } from './results/api-title.ts';
import { conclude } from './results/conclusion.ts';
import type { CheckDescription, Outcome } from './results/outcome.ts';
import { OutcomeReader } from './results/outcome-reader.ts';
import type { VerifyOptions } from './run/verify-options.ts';
import { planRun } from './verify.ts';

export type { Provenance } from '../contract/openapi-document.ts';
export type { CheckGroup } from './results/outcome.ts';
export type { ApiTarget, Expectation, KnownUser } from './session/api-target.ts';
export type { CheckDescription, Vendor, VerifyOptions };

export interface DescribeContractOptions extends VerifyOptions {
  /** A check that reports only warnings fails too. */
  readonly failOnWarning?: boolean;
  /** A run in which nothing could be checked does not fail. */
  readonly allowInconclusive?: boolean;
}

/**
 * Defines one test per check, grouped by API. A failed check fails its test and shows its findings. An inconclusive
 * check skips its test and shows the reason. One more test per API fails if nothing could be checked.
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
      await reportOutcome(await outcomes.of(check), context, failOnWarning);
    });
  };

  for (const [vendor, checks] of Map.groupBy(run.checks, (check) => check.vendor)) {
    const operations = Map.groupBy(checks, (check) => check.operationId);
    // Each response has its own time limit, and requests to a remote target are slow on purpose.
    describe(apiTitle({ vendor, edition: checks[0]?.edition }), { timeout: 0 }, () => {
      for (const [operationId, checksOfOperation] of operations) {
        const define = () => checksOfOperation.forEach(testOf);
        if (operations.size === 1) define();
        else describe(operationId, define);
      }
      test('There was something to check', async () => {
        const all = (await outcomes.all()).filter((outcome) => outcome.check.vendor === vendor);
        // A failed check has already failed its own test.
        const rest = all.filter(({ status }) => status !== 'failed' && status !== 'error');
        const { exitCode, reason } = conclude({
          outcomes: rest,
          items: itemsOf(run.items(), vendor),
          stopReason: run.stopReason(),
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

async function reportOutcome(outcome: Outcome, context: TestContext, failOnWarning: boolean): Promise<void> {
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
    case 'not-applicable':
    case 'skipped':
      return context.skip(outcome.reason);
    default:
      return outcome satisfies never;
  }
}

/** An error without a stack trace, which would only point to this file. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
