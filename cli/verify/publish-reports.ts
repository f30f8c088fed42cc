import { appendFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { ExplainedError } from '../../contract/explained-error.ts';
import { unlessBlank } from '../../verify/config/unless-blank.ts';
import { githubAnnotations } from '../../verify/report/github-annotations.ts';
import { stepSummary } from '../../verify/report/step-summary.ts';
import { writeReport } from '../../verify/report/write-report.ts';
import type { RunReport } from '../../verify/results/run-report.ts';
import { packageManifest } from '../kit/package-manifest.ts';
import type { RunInput } from './run-input.ts';

/** Writes the reports, and on GitHub annotations and a summary. Throws one `ExplainedError` for all failures. */
export async function publishReports(
  report: RunReport,
  { flags: { report: requests = [], config }, apiLines }: Pick<RunInput, 'flags' | 'apiLines'>,
): Promise<void> {
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY } = process.env;
  const workspace = unlessBlank(GITHUB_WORKSPACE) ?? process.cwd();
  const summaryFile = unlessBlank(GITHUB_STEP_SUMMARY);
  const context = {
    toolVersion: packageManifest().version,
    ...(config === undefined ? {} : { configFile: relative(workspace, resolve(config)), apiLines }),
  };
  const failures: string[] = [];
  const attempt = async (write: Promise<void>) => {
    await write.catch((error: unknown) =>
      failures.push(error instanceof Error ? error.message : String(error)),
    );
  };
  for (const request of requests) await attempt(writeReport({ ...request, ...context, report }));
  if (GITHUB_ACTIONS === 'true') {
    process.stdout.write(githubAnnotations(report, context));
    if (summaryFile !== undefined) await attempt(summarise(summaryFile, report));
  }
  if (failures.length > 0) throw new ExplainedError(failures.join(' '));
}

async function summarise(path: string, report: RunReport): Promise<void> {
  try {
    await appendFile(path, `${stepSummary(report)}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new Error(`Cannot write the step summary to ${path}: ${code}. Check GITHUB_STEP_SUMMARY.`);
  }
}
