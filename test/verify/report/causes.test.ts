import { expect, test } from 'vitest';
import { githubAnnotations } from '../../../verify/report/github-annotations.ts';
import { jsonReport } from '../../../verify/report/json-report.ts';
import { junitReport } from '../../../verify/report/junit-report.ts';
import { sarifReport } from '../../../verify/report/sarif-report.ts';
import { stepSummary } from '../../../verify/report/step-summary.ts';
import { createTerminalReport } from '../../../verify/report/terminal-report.ts';
import type { Cause } from '../../../verify/results/cause.ts';
import { sampleFinding, sampleOutcome, sampleReport } from './sample-report.ts';

const cause: Cause = {
  kind: 'path',
  text: 'Every request is answered 404.',
  advice: 'Leave /v2 out of --base-url.',
  curl: 'curl http://127.0.0.1:4010/v2/v2',
};
const sentence = 'Junction: Every request is answered 404.';

/** A run with one cause, which explains two of three checks. */
const report = sampleReport([
  {
    ...sampleOutcome({ status: 'failed', findings: [sampleFinding({ actual: '404' })] }),
    cause,
    isExplained: true,
  },
  {
    ...sampleOutcome({ status: 'inconclusive', reason: 'nothing to read' }, { group: 'meaning' }),
    cause,
    isExplained: true,
  },
  {
    ...sampleOutcome({ status: 'failed', findings: [sampleFinding({ at: '/reason' })] }, { group: 'leaks' }),
    cause,
  },
]);

function terminal(verbose: boolean): string {
  let text = '';
  const stream = { write: (more: string) => (text += more) };
  const written = createTerminalReport({ stream, isTty: false, color: false, verbose });
  written.begin({ target: report.target, vendors: ['junction'], planned: report.outcomes.length });
  for (const outcome of report.outcomes) written.outcome(outcome);
  written.end(report);
  return text;
}

test('The terminal shows the cause once and first, and leaves out what it explains', () => {
  expect(terminal(false)).toMatchInlineSnapshot(`
    "Verifying http://127.0.0.1:4010
    Junction · 3 checks

    ✗ Junction: Every request is answered 404.
        fix       Leave /v2 out of --base-url.
        repeat    curl http://127.0.0.1:4010/v2/v2

    Junction · leaks
      ✗ A check that is failed
        check     junction.listConnections.leaks.failed-check
        failure   /reason
        expected  one of "connected" and "error"
        got       "on"
        contract  spec/junction.yaml#/components/schemas/JunctionProvider/properties/status (the vendor's page)
        repeat    curl --header 'x-vital-api-key: '"$JUNCTION_KEY" http://127.0.0.1:4010/v2/user/providers/1

    0 passed, 2 failed, 1 inconclusive
    84 requests in 3.2 s, seed 1
    ✗ Junction: Every request is answered 404. 1 check failed for another reason.
    → --explain junction.listConnections.leaks.failed-check shows the rule, why it matters and how to fix it.
    → --verbose shows 2 checks that are left out here.
    "
  `);
});

test('With verbose, the terminal shows what the cause explains', () => {
  expect(terminal(true)).toMatch(
    /^Verifying .*\n.*\n\n✗ Junction: .*\n.*\n.*\n\nJunction · shape\n {2}✗ .*\n\n?[\s\S]*Junction · meaning\n {2}\? /,
  );
  expect(terminal(true)).not.toContain('left out');
});

test('On GitHub the cause is the first annotation, and what it explains has none', () => {
  expect(githubAnnotations(report).trimEnd().split('\n')).toEqual([
    `::error title=connections-contract::${sentence}%0ALeave /v2 out of --base-url.`,
    expect.stringMatching(/leaks\.failed-check/),
  ]);
  const [first] = githubAnnotations(report, { configFile: 'verify.yaml' }).split('\n');
  expect(first).toMatch(/^::error file=verify\.yaml,title=connections-contract::Junction: /);
});

test('The step summary begins with the cause, and leaves out what it explains', () => {
  const summary = stepSummary(report);
  expect(summary).toMatch(
    /^<h2>❌ .*<\/h2>\n<p>.*<\/p>\n<p><b>Junction: Every request is answered 404\.<\/b> Leave \/v2 out of --base-url\. It explains 2 checks\.<\/p>\n<table>/,
  );
  expect(summary.match(/<summary>/g)).toHaveLength(1);
});

test('JSON, JUnit and SARIF contain the cause, and every check', () => {
  const { tests, extra } = JSON.parse(jsonReport(report)).results;
  expect(tests).toHaveLength(3);
  expect(extra).toMatchObject({
    causes: [{ ...cause, title: sentence, explained: 2 }],
    conclusion: { exitCode: 1, reason: `${sentence} 1 check failed for another reason.` },
  });
  expect(junitReport(report)).toContain(
    `<property name="cause" value="${sentence} Leave /v2 out of --base-url."/>`,
  );
  const [{ invocations, results }] = JSON.parse(sarifReport(report)).runs;
  expect(invocations[0].toolExecutionNotifications[0]).toMatchObject({
    level: 'error',
    message: { text: `${sentence} Leave /v2 out of --base-url.` },
  });
  expect(results).toHaveLength(2);
});

test('Each report names all cases of a finding, and JSON lists them', () => {
  const actual = '2 unknown providers: coros, sensorbio';
  const cases = ['coros', 'sensorbio'];
  const one = sampleReport([
    sampleOutcome({ status: 'warning', findings: [sampleFinding({ severity: 'warning', actual, cases })] }),
  ]);
  for (const render of [jsonReport, junitReport, sarifReport, githubAnnotations, stepSummary])
    expect(render(one)).toContain(actual);
  expect(JSON.parse(jsonReport(one)).results.tests[0].extra.findings[0].cases).toEqual(cases);
});
