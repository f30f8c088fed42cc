import { ExplainedError } from '../contract/explained-error.ts';
import { readKeys } from '../verify/config/read-keys.ts';
import type { VerifyConfig } from '../verify/config/verify-config.ts';
import type { TerminalReport } from '../verify/report/terminal-report.ts';
import { conclude } from '../verify/results/conclusion.ts';
import type { Outcome } from '../verify/results/outcome.ts';
import type { RunReport } from '../verify/results/run-report.ts';
import { makeSandboxTenants } from '../verify/sandbox/sandbox-tenants.ts';
import { planRun, type VerifyRun } from '../verify/verify.ts';
import type { VerifyOptions } from '../verify/verify-options.ts';
import { nextSteps } from './next-steps.ts';
import { publishReports } from './publish-reports.ts';
import { noticeOf } from './run-notice.ts';
import { stopSignal } from './stop-signal.ts';
import { terminalOf } from './terminal-of.ts';
import type { VerifyFlags } from './verify-flags.ts';
import { chosenBaseUrl, chosenVendors, manner, refuseDataWithSandbox, targetOf } from './verify-settings.ts';

/** Verifies a target, tells of it, writes what reports are wanted, and resolves to the exit code. */
export async function runVerification(flags: VerifyFlags, config: VerifyConfig): Promise<number> {
  const stopping = new AbortController();
  void stopSignal().then(() => stopping.abort());
  const vendors = chosenVendors(flags, config);
  const baseUrl = chosenBaseUrl(flags, config);
  const options = { ...manner(flags, config), baseUrl, signal: stopping.signal };
  if (flags.sandbox !== true) {
    const keys = readKeys({ vendors, environment: process.env, keyFile: flags.keyFile });
    const apis = vendors.map((vendor) =>
      targetOf({ vendor, flags, config: config.apis?.[vendor] ?? {}, keys: keys.get(vendor) ?? { key: '' } }),
    );
    return judge({ ...options, apis }, flags, config);
  }
  refuseDataWithSandbox(flags, config);
  // A mistaken choice of checks is told before anything is made.
  planRun({ ...options, apis: vendors.map((vendor) => ({ vendor, key: '', users: [] })) });
  const tenants = await makeSandboxTenants({
    baseUrl,
    vendors,
    token: process.env.SANDBOX_TOKEN || undefined,
    timeoutMilliseconds: options.timeoutMilliseconds,
  });
  let code: number;
  try {
    code = await judge({ ...options, apis: tenants.targets }, flags, config);
  } catch (error) {
    // What failed first is told.
    await tenants.remove().catch(() => undefined);
    throw error;
  }
  await tenants.remove();
  return code;
}

async function judge(options: VerifyOptions, flags: VerifyFlags, config: VerifyConfig): Promise<number> {
  const terminal = terminalOf(flags);
  const run = planRun({ ...options, onStart: (check) => terminal.start(check) });
  const [startedAt, began] = [new Date(), performance.now()];
  const vendors = options.apis.map(({ vendor }) => vendor);
  const target = options.baseUrl;
  const notice = noticeOf(run, options);
  terminal.begin({ target, vendors, planned: run.checks.length, ...(notice === null ? {} : { notice }) });
  const outcomes = await outcomesOf(run, terminal, options.signal);
  const failOnWarning = (flags.failOn ?? config.failOn) === 'warning';
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
      allowInconclusive: flags.allowInconclusive ?? config.allowInconclusive ?? false,
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
