import { expect, test } from 'vitest';
import { githubAnnotations } from '../../../verify/report/github-annotations.ts';
import { jsonReport } from '../../../verify/report/json-report.ts';
import { junitReport } from '../../../verify/report/junit-report.ts';
import { sarifReport } from '../../../verify/report/sarif-report.ts';
import { stepSummary } from '../../../verify/report/step-summary.ts';
import { createTerminalReport } from '../../../verify/report/terminal-report.ts';
import { conclude } from '../../../verify/results/conclusion.ts';
import type { CheckDescription } from '../../../verify/results/outcome.ts';
import type { RunReport } from '../../../verify/results/run-report.ts';
import { sampleFinding, sampleOutcome, sampleReport } from './sample-report.ts';

const check = { vendor: 'open-wearables', edition: '0-6' } as const satisfies Partial<CheckDescription>;
const outcomes = [sampleOutcome({ status: 'failed', findings: [sampleFinding()] }, check)];
const editions = { 'open-wearables': '0-6' } as const;
const report = sampleReport(outcomes, { vendors: ['open-wearables', 'junction'], editions });

function terminalText({ target, vendors, editions: chosen }: RunReport): string {
  let text = '';
  const stream = { write: (piece: string) => (text += piece) };
  const terminal = createTerminalReport({ stream, isTty: false, color: false });
  terminal.begin({ target, vendors, editions: chosen, planned: 1 });
  outcomes.forEach(terminal.outcome);
  return text;
}

test('The terminal names the edition in its first lines and above its checks', () => {
  const text = terminalText(report);
  expect(text).toContain('\nOpen Wearables 0.6, Junction · 1 check\n');
  expect(text).toContain('\nOpen Wearables 0.6 · shape\n');
});

test('The JSON report has the editions of the run, and the edition in each suite', () => {
  const { extra, tests } = JSON.parse(jsonReport(report)).results;
  expect(extra).toMatchObject({ vendors: ['open-wearables', 'junction'], editions });
  expect(tests).toMatchObject([{ suite: ['Open Wearables 0.6', 'shape'] }]);
});

test('The suites of the JUnit report are named after the edition, also without a check', () => {
  for (const run of [report, { ...report, outcomes: [] }]) {
    const names = Array.from(
      junitReport(run).matchAll(/<testsuite [^>]* name="([^"]*)"/g),
      ([, name]) => name,
    );
    expect(names).toEqual(['Open Wearables 0.6', 'Junction']);
  }
});

test('The SARIF report has the editions of the run, and the edition of each rule', () => {
  const [{ properties, tool }] = JSON.parse(sarifReport(report)).runs;
  expect(properties).toMatchObject({ editions });
  expect(tool.driver.rules).toMatchObject([{ properties: { vendor: 'open-wearables', edition: '0-6' } }]);
});

test('The step summary and the annotations name the edition', () => {
  const summary = stepSummary(report);
  expect(summary).toContain('<tr><th>Open Wearables 0.6</th>');
  expect(summary).toContain('<summary><b>failed</b> · Open Wearables 0.6 · ');
  expect(githubAnnotations(report)).toMatch(/^::error title=Open Wearables 0\.6 contract::/);
});

test('The conclusion names the edition that returned no items', () => {
  const passed = [sampleOutcome({ status: 'passed' }, check)];
  const items = new Map([['open-wearables', 0] as const]);
  const given = { outcomes: passed, items, stopReason: null, failOnWarning: false, allowInconclusive: false };
  expect(conclude(given).reason).toMatch(/^Open Wearables 0\.6 returned no items/);
});
