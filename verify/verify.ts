import { type Contract, readContract } from '../contract/contract.ts';
import type { Vendor } from '../spec/vendors.ts';
import { planOperations } from './plan/plan-operations.ts';
import { refuseNonsense } from './plan/refuse-nonsense.ts';
import { selectChecks } from './plan/select-checks.ts';
import type { CutShort } from './results/conclusion.ts';
import type { CheckDescription, Outcome } from './results/outcome.ts';
import { Observations } from './run/observations.ts';
import { openSession } from './run/open-session.ts';
import { remoteLimits } from './run/remote-limits.ts';
import { runChecks } from './run/run-checks.ts';
import type { VerifyOptions } from './run/verify-options.ts';
import { isLoopback } from './session/is-loopback.ts';
import { Pacer } from './wire/pacer.ts';

/** A run that is planned and has not asked anything yet. */
export interface VerifyRun {
  /** What will be checked, in this order. */
  readonly checks: readonly CheckDescription[];
  /** True where the target is not on this machine and is remoteLimits. */
  readonly remote: boolean;
  /** How many of the checks are too much for a target that is remoteLimits. */
  readonly intrusive: number;
  /** Runs the checks, once, and yields how each ended. Throws an `ExplainedError` if nobody answers. */
  outcomes(): AsyncGenerator<Outcome>;
  /** How many requests were sent so far. */
  requests(): number;
  /** How many items of each API there were to judge. */
  items(): ReadonlyMap<Vendor, number>;
  /** What ended the run before its last check. */
  cutShort(): CutShort | null;
}

const standardTimeout = 10_000;

/**
 * Judges a server by its base URL against the contracts of the APIs that are named, and yields the outcome of each
 * check as it comes. Sends GET alone. Throws an `ExplainedError` if nobody answers there.
 */
export function verify(options: VerifyOptions): AsyncGenerator<Outcome> {
  return planRun(options).outcomes();
}

/**
 * Plans a run from the contracts, which are read from the package unless they are given. Throws where the base URL or
 * the choice of operations or checks makes no sense.
 */
export function planRun(
  options: VerifyOptions,
  { readContract: contractOf = readContract }: { readonly readContract?: (vendor: Vendor) => Contract } = {},
): VerifyRun {
  refuseNonsense(options);
  const baseUrl = new URL(options.baseUrl);
  const { apis, operations, signal, onStart } = options;
  const remote = !isLoopback(baseUrl.hostname) && options.intrusive !== true;
  const strict = options.strict === true;
  const planned = planOperations({ apis, operations, strict, contractOf });
  const all = planned.flatMap(({ checks }) => checks);
  const chosen = new Set(selectChecks(all, options));
  // An operation of which no check is chosen is not asked, and has nothing to judge.
  const asked = planned
    .map((plan) => ({ ...plan, checks: plan.checks.filter((check) => chosen.has(check)) }))
    .filter(({ checks }) => checks.length > 0);
  const pacer = new Pacer({
    rateLimit: options.rateLimit ?? (remote ? remoteLimits.requestsASecond : undefined),
    maxRequests: options.maxRequests ?? (remote ? remoteLimits.requestsAnApi * apis.length : undefined),
  });
  const common = {
    baseUrl,
    apis,
    remote,
    pacer,
    signal,
    headers: options.headers ?? {},
    seed: options.seed ?? 1,
    retries: options.retries ?? 2,
    now: options.now ?? (() => new Date()),
    timeoutMilliseconds: options.timeoutMilliseconds ?? standardTimeout,
    showValues: options.showValues === true,
  };
  const items = new Map<Vendor, number>(asked.map(({ vendor }) => [vendor, 0]));
  let cutShort: CutShort | null = null;

  async function* outcomes(): AsyncGenerator<Outcome> {
    let wasReached = false;
    for (const plan of asked) {
      const { vendor, checks } = plan;
      const onItems = (count: number) => items.set(vendor, (items.get(vendor) ?? 0) + count);
      const session = openSession(plan, new Observations(checks), { ...common, onItems });
      const onCutShort = (by: CutShort) => {
        cutShort = by;
      };
      yield* runChecks({ session, checks, pacer, strict, onStart, wasReached, onCutShort });
      wasReached = true;
    }
  }

  return {
    checks: asked.flatMap(({ checks }) => checks),
    remote,
    intrusive: asked.flatMap(({ checks }) => checks.filter(({ intrusive }) => intrusive)).length,
    outcomes,
    requests: () => pacer.sent,
    items: () => items,
    cutShort: () => cutShort,
  };
}
