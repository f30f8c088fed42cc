import { ExplainedError } from '../../contract/explained-error.ts';
import { chosenSettings } from '../../verify/config/chosen-settings.ts';
import { settings, type VerifyConfig, type VerifyFlags } from '../../verify/config/settings.ts';
import { counted } from '../../verify/report/tally.ts';
import { createTerminalReport, type TerminalReport } from '../../verify/report/terminal-report.ts';
import { conclude } from '../../verify/results/conclusion.ts';
import type { Outcome } from '../../verify/results/outcome.ts';
import type { RunReport } from '../../verify/results/run-report.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { planRun, type VerifyRun } from '../../verify/verify.ts';
import { publishReports } from './publish-reports.ts';
import { noticeOf } from './run-notice.ts';

/** Runs the checks, shows each outcome as it comes, writes the reports, and resolves to the exit code. */
export async function reportRun(
  options: VerifyOptions,
  flags: VerifyFlags,
  config: VerifyConfig,
): Promise<number> {
  const terminal = terminalOf(flags);
  const run = planRun({ ...options, onStart: (check) => terminal.start(check) });
  const [startedAt, began] = [new Date(), performance.now()];
  const vendors = options.apis.map(({ vendor }) => vendor);
  const target = options.baseUrl;
  const notice = noticeOf(run, options);
  terminal.begin({ target, vendors, planned: run.checks.length, ...(notice === null ? {} : { notice }) });
  const outcomes = await outcomesOf(run, terminal, options.signal);
  const { failOn, allowInconclusive = false } = chosenSettings(settings, { flags, config });
  const failOnWarning = failOn === 'warning';
  const report: RunReport = {
    target,
    vendors,
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
      cutShort: run.cutShort(),
      failOnWarning,
      allowInconclusive,
    }),
  };
  terminal.end(report, { nextSteps: nextSteps(outcomes, flags.sandbox === true) });
  await publishReports(report, flags);
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
    terminal.abandon();
    if (signal?.aborted !== true) throw error;
  }
  const [done, planned] = [outcomes.length, run.checks.length];
  if (signal?.aborted !== true || done === planned) return outcomes;
  throw new ExplainedError(
    `Interrupted after ${done} of ${planned} checks; nothing is concluded. Run it again.`,
  );
}

/** The report on standard output, with colour and progress if a person watches and has not turned them off. */
function terminalOf({ verbose = false }: { readonly verbose?: boolean }): TerminalReport {
  const { NO_COLOR, TERM } = process.env;
  const isTty = process.stdout.isTTY === true;
  return createTerminalReport({
    stream: process.stdout,
    isTty,
    color: isTty && (NO_COLOR ?? '') === '' && TERM !== 'dumb',
    // A terminal that does not know its width says 0.
    columns: process.stdout.columns || 80,
    verbose,
  });
}

const mostSteps = 4;

/** What to give so that more checks can run, what helps most first; if something failed, how to repeat its requests. */
function nextSteps(outcomes: readonly Outcome[], isSandbox: boolean): readonly string[] {
  if (outcomes.some(({ status }) => status === 'failed' || status === 'error')) {
    return isSandbox
      ? [
          'The keys and users of --sandbox are gone now: repeat a request with those of a workspace of your own.',
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
    .map(([need, alike]) => `Give ${need} for ${counted(alike.length, 'more check')}.`);
  const rest = needs.length - mostSteps;
  return rest > 1
    ? [...needs.slice(0, mostSteps), `${rest} more such lines stand with the checks above.`]
    : needs;
}
