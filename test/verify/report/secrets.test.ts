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
  const told = createTerminalReport({ stream, isTty: true, color: true, verbose: true });
  told.begin({ target: report.target, vendors: report.vendors, planned: report.outcomes.length });
  for (const outcome of report.outcomes) told.outcome(outcome);
  told.end(report);
  return text;
}

test.each([
  ['terminal', terminal],
  ['JSON', jsonReport],
  ['JUnit', junitReport],
  ['SARIF', sarifReport],
  ['annotations', githubAnnotations],
  ['step summary', stepSummary],
])('Nothing of the machine or its environment is in the %s', (_, render) => {
  vi.stubEnv('JUNCTION_KEY', 'sk_us_of_the_environment');
  const text = render(sampleReport(everyStatus));
  vi.unstubAllEnvs();
  // A machine may have the name that the schema of JUnit wants for any machine.
  const own = [process.cwd(), homedir(), hostname()].filter(
    (name) => name.length > 1 && name !== 'localhost',
  );
  for (const name of ['sk_us_of_the_environment', ...own]) expect(text.includes(name), name).toBe(false);
});
