import { homedir, hostname } from 'node:os';
import { expect, test, vi } from 'vitest';
import { githubAnnotations } from '../../../verify/report/github-annotations.ts';
import { jsonReport } from '../../../verify/report/json-report.ts';
import { junitReport } from '../../../verify/report/junit-report.ts';
import { sarifReport } from '../../../verify/report/sarif-report.ts';
import { stepSummary } from '../../../verify/report/step-summary.ts';
import { createTerminalReport } from '../../../verify/report/terminal-report.ts';
import type { RunReport } from '../../../verify/results/run-report.ts';
import { everyStatus, sampleReport } from './sample-report.ts';

function terminal(report: RunReport): string {
  let text = '';
  const stream = { write: (more: string) => (text += more) };
  const terminalReport = createTerminalReport({ stream, isTty: true, color: true, verbose: true });
  terminalReport.begin({ target: report.target, vendors: report.vendors, planned: report.outcomes.length });
  for (const outcome of report.outcomes) terminalReport.outcome(outcome);
  terminalReport.end(report);
  return text;
}

test.each([
  ['terminal', terminal],
  ['JSON', jsonReport],
  ['JUnit', junitReport],
  ['SARIF', sarifReport],
  ['annotations', githubAnnotations],
  ['step summary', stepSummary],
])('The %s contains nothing of the machine or its environment', (_, render) => {
  vi.stubEnv('JUNCTION_KEY', 'sk_us_of_the_environment');
  const text = render(sampleReport(everyStatus));
  vi.unstubAllEnvs();
  // The host name can be localhost, which every JUnit report contains.
  const own = [process.cwd(), homedir(), hostname()].filter(
    (name) => name.length > 1 && name !== 'localhost',
  );
  for (const name of ['sk_us_of_the_environment', ...own]) expect(text.includes(name), name).toBe(false);
});
