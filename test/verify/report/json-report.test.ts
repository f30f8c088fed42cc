import { validate } from 'ctrf';
import { expect, test } from 'vitest';
import { jsonReport } from '../../../verify/report/json-report.ts';
import { everyStatus, sampleReport, sampleReports } from './sample-report.ts';

test.each(sampleReports)('%s conforms to the published schema of CTRF', (_, report) => {
  expect(validate(JSON.parse(jsonReport(report)))).toMatchObject({ valid: true });
  const withContext = jsonReport(report, { configFile: 'contract.yaml', toolVersion: '1.2.3' });
  expect(validate(JSON.parse(withContext))).toMatchObject({ valid: true });
});

test.each(sampleReports)('%s contains no terminal control characters', (_, report) => {
  expect(jsonReport(report).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
});

test('It counts a check that could not be run as failed, and a warning not as passed', () => {
  const { summary, tests } = JSON.parse(jsonReport(sampleReport(everyStatus))).results;
  expect(summary).toMatchObject({ tests: 6, passed: 1, failed: 2, skipped: 1, other: 2, duration: 3210 });
  expect(tests.map(({ rawStatus, status }: Record<string, unknown>) => `${rawStatus}: ${status}`)).toEqual([
    'passed: passed',
    'failed: failed',
    'warning: other',
    'inconclusive: other',
    'skipped: skipped',
    'error: failed',
  ]);
});

test('It counts a warning as failed if warnings fail the run', () => {
  const report = sampleReport(everyStatus, { failOnWarning: true });
  const { summary, tests } = JSON.parse(jsonReport(report)).results;
  expect(summary).toMatchObject({ tests: 6, passed: 1, failed: 3, skipped: 1, other: 1 });
  expect(tests[2]).toMatchObject({ status: 'failed', rawStatus: 'warning' });
});

test('It contains each finding unchanged, the seed and the conclusion', () => {
  const { tests, extra } = JSON.parse(jsonReport(sampleReport(everyStatus))).results;
  const failed = everyStatus.find(({ status }) => status === 'failed');
  expect(tests[1]).toMatchObject({
    testId: 'junction.listConnections.shape.failed-check',
    suite: ['Junction', 'shape'],
    message: expect.stringContaining('/providers/0/status: expected one of'),
    extra: {
      provenance: 'page',
      findings: failed !== undefined && 'findings' in failed ? failed.findings : [],
    },
  });
  expect(extra).toMatchObject({
    target: 'http://127.0.0.1:4010',
    seed: 1,
    conclusion: { exitCode: 2, reason: '1 check could not be run.' },
  });
});
