import type { CTRFReport, Test } from 'ctrf';
import { apiTitle } from '../results/api-title.ts';
import { causesOf } from '../results/causes-of.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { jsonText } from './json-text.ts';
import { outcomeRows, outcomeSentences, rowLines } from './outcome-rows.ts';
import type { ReportContext } from './report-context.ts';
import { tally } from './tally.ts';

/**
 * The five statuses of the format. A warning is `other`, or `failed` if it fails the run. A check that could not be run
 * is `failed`, so that readers of the five statuses notice it. `rawStatus` has our own status.
 */
const ctrfStatus = {
  passed: 'passed',
  failed: 'failed',
  warning: 'other',
  inconclusive: 'other',
  'not-applicable': 'skipped',
  skipped: 'skipped',
  error: 'failed',
} as const satisfies Record<Outcome['status'], Test['status']>;

/**
 * The run in the Common Test Report Format. Data without a field in the format is in `extra`.
 *
 * @see https://ctrf.io
 */
export function jsonReport(report: RunReport, { configFile, toolVersion }: ReportContext = {}): string {
  const {
    target,
    vendors,
    editions,
    omitted = [],
    seed,
    strict,
    failOnWarning,
    startedAt,
    milliseconds,
  } = report;
  const { requests, outcomes, conclusion } = report;
  const counts = tally(outcomes);
  const start = startedAt.getTime();
  const stop = start + Math.round(milliseconds);
  const document: CTRFReport = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(stop).toISOString(),
    generatedBy: 'connections-contract',
    results: {
      tool: {
        name: 'connections-contract',
        ...(toolVersion === undefined ? {} : { version: toolVersion }),
      },
      summary: {
        tests: outcomes.length,
        passed: counts.passed,
        failed: counts.failed + counts.error + (failOnWarning ? counts.warning : 0),
        skipped: counts.skipped + counts['not-applicable'],
        pending: 0,
        other: counts.inconclusive + (failOnWarning ? 0 : counts.warning),
        start,
        stop,
        duration: stop - start,
      },
      tests: outcomes.map((outcome) => test(outcome, report, configFile)),
      extra: {
        target,
        vendors,
        editions,
        omitted,
        seed,
        strict,
        requests,
        conclusion,
        causes: causesOf(outcomes),
        tally: counts,
      },
    },
  };
  return jsonText(document);
}

function test(outcome: Outcome, { failOnWarning }: RunReport, configFile: string | undefined): Test {
  const { check, status, requests, milliseconds } = outcome;
  const { id, vendor, group, title, rule, provenance, why, fix } = check;
  const sentences = outcomeSentences(outcome);
  return {
    testId: id,
    name: title,
    status: status === 'warning' && failOnWarning ? 'failed' : ctrfStatus[status],
    rawStatus: status,
    duration: Math.round(milliseconds),
    suite: [apiTitle(check), group],
    type: 'contract',
    tags: [vendor, group, provenance],
    ...(configFile === undefined ? {} : { filePath: configFile }),
    ...(sentences.length === 0
      ? {}
      : { message: sentences.join('\n'), trace: rowLines(outcomeRows(outcome)).join('\n') }),
    extra: {
      rule,
      provenance,
      why,
      fix,
      requests,
      ...('findings' in outcome ? { findings: outcome.findings } : {}),
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...('reportedBy' in outcome ? { reportedBy: outcome.reportedBy } : {}),
    },
  };
}
