import { ExplainedError } from '../../contract/explained-error.ts';
import type { EditionChoice } from '../../spec/vendors.ts';
import { chosenSettings } from '../../verify/config/chosen-settings.ts';
import { settings } from '../../verify/config/settings.ts';
import { counted } from '../../verify/report/tally.ts';
import { createTerminalReport, type TerminalReport } from '../../verify/report/terminal-report.ts';
import { conclude } from '../../verify/results/conclusion.ts';
import type { Outcome } from '../../verify/results/outcome.ts';
import type { RunReport } from '../../verify/results/run-report.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { planRun, type VerifyRun } from '../../verify/verify.ts';
import { publishReports } from './publish-reports.ts';
import type { RunInput } from './run-input.ts';
import { noticeOf } from './run-notice.ts';

/** Runs the checks, shows each outcome as it comes, writes the reports, and resolves to the exit code. */
export async function reportRun(options: VerifyOptions, input: RunInput): Promise<number> {
  const { flags, config } = input;
  const terminal = terminalOf(flags);
  const run = planRun({ ...options, onStart: (check) => terminal.start(check) });
  const [startedAt, began] = [new Date(), performance.now()];
  const vendors = options.apis.map(({ vendor }) => vendor);
  const editions: EditionChoice = Object.fromEntries(
    options.apis.flatMap(({ vendor, edition }) => (edition === undefined ? [] : [[vendor, edition]])),
  );
  const target = options.baseUrl;
  const notice = noticeOf(run, options);
  const planned = run.checks.length;
  const omitted = run.omitted.map(
    ({ operationId, reason }) => `Not verified: ${operationId}, because ${reason}.`,
  );
  terminal.begin({ target, vendors, editions, planned, omitted, ...(notice === null ? {} : { notice }) });
  const outcomes = await outcomesOf(run, terminal, options.signal);
  const { failOn, allowInconclusive = false } = chosenSettings(settings, { flags, config });
  const failOnWarning = failOn === 'warning';
  const report: RunReport = {
    target,
    vendors,
    editions,
    omitted: run.omitted,
    seed: options.seed ?? 1,
    strict: options.strict === true,
    failOnWarning,
    startedAt,
    milliseconds: performance.now() - began,
    requests: run.requests(),
    outcomes,
    conclusion: conclude({
      outcomes,
      items: run.items(),
      stopReason: run.stopReason(),
      failOnWarning,
      allowInconclusive,
    }),
  };
  const steps = [...keyNotice(run.keyedHeaders()), ...nextSteps(outcomes, flags.sandbox === true)];
  terminal.end(report, { nextSteps: steps });
  await publishReports(report, input);
  return report.conclusion.exitCode;
}

async function outcomesOf(
  run: VerifyRun,
  terminal: TerminalReport,
  signal: AbortSignal | undefined,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  try {
    for await (const outcome of run.outcomes()) {
      terminal.outcome(outcome);
      outcomes.push(outcome);
      if (signal?.aborted === true) break;
    }
  } catch (error) {
    terminal.clearProgress();
    if (signal?.aborted !== true) throw error;
  }
  const [done, planned] = [outcomes.length, run.checks.length];
  if (signal?.aborted !== true || done === planned) return outcomes;
  throw new ExplainedError(
    `Interrupted after ${done} of ${planned} checks, so there is no result. Run it again.`,
  );
}

/** The report on standard output, with colour and progress on a terminal unless they are turned off. */
function terminalOf({ verbose = false }: { readonly verbose?: boolean }): TerminalReport {
  const { NO_COLOR, TERM } = process.env;
  const isTty = process.stdout.isTTY === true;
  return createTerminalReport({
    stream: process.stdout,
    isTty,
    color: isTty && (NO_COLOR ?? '') === '' && TERM !== 'dumb',
    // A terminal with unknown width reports 0.
    columns: process.stdout.columns || 80,
    verbose,
  });
}

/** What to know if a request without a key gets the same answer, because another header may carry it. */
function keyNotice(headers: readonly string[]): readonly string[] {
  if (headers.length === 0) return [];
  const named =
    headers.length === 1 ? `the header ${headers[0]}` : `one of the headers ${headers.join(', ')}`;
  return [
    `A request without a key gets the same answer as with it: ${named} of --header seems to carry a key. Name the header of the key with --key-header.`,
  ];
}

const maxSteps = 4;

/** What to provide so that more checks can run, the most useful first; after a failure, how to repeat its requests. */
function nextSteps(outcomes: readonly Outcome[], isSandbox: boolean): readonly string[] {
  if (
    outcomes.some(({ status, cause }) => status === 'failed' || status === 'error' || cause !== undefined)
  ) {
    return isSandbox
      ? [
          'The --sandbox workspaces have been deleted. To repeat a request, create a workspace and use its keys.',
        ]
      : [];
  }
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'skipped' && outcome.reason.startsWith('needs ')
      ? [outcome.reason.slice('needs '.length)]
      : [],
  );
  const needs = [...Map.groupBy(reasons, (reason) => reason)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([need, group]) => `Provide ${need} to run ${counted(group.length, 'more check')}.`);
  const rest = needs.length - maxSteps;
  return rest > 1
    ? [...needs.slice(0, maxSteps), `The checks above list ${rest} more things to provide.`]
    : needs;
}
