import type { Contract } from '../contract/contract.ts';
import type { Vendor } from '../spec/vendors.ts';
import { assertOptions } from './plan/assert-options.ts';
import { omittedOperations } from './plan/choose-operations.ts';
import { type PlannedOperation, planOperations } from './plan/plan-operations.ts';
import { selectChecks } from './plan/select-checks.ts';
import type { StopReason } from './results/conclusion.ts';
import type { OmittedOperation } from './results/omitted-operation.ts';
import type { CheckDescription, Outcome } from './results/outcome.ts';
import { ObservedResults } from './run/observed-results.ts';
import { openSession } from './run/open-session.ts';
import { operationTarget } from './run/operation-target.ts';
import { remoteLimits } from './run/remote-limits.ts';
import { runChecks } from './run/run-checks.ts';
import type { VerifyOptions } from './run/verify-options.ts';
import { isLoopback } from './session/is-loopback.ts';
import { type ProxyEnvironment, proxyFor } from './wire/proxy-for.ts';
import { RateLimiter } from './wire/rate-limiter.ts';

/** A planned run that has not sent a request yet. */
export interface VerifyRun {
  /** The checks, in the order in which they run. */
  readonly checks: readonly CheckDescription[];
  /** True if the target is not on loopback, so that the default limits of remote targets apply. */
  readonly remote: boolean;
  /** The origin of the proxy that requests are sent through; null if there is none. */
  readonly proxy: string | null;
  /** The GETs that a run of all operations leaves out, with the reasons. */
  readonly omitted: readonly OmittedOperation[];
  /** How many of the checks are not run against remote targets by default. */
  readonly intrusive: number;
  /** The names of the user's headers if one of them seems to carry a key; empty otherwise. Known after the run. */
  keyedHeaders(): readonly string[];
  /** Runs the checks once and yields their outcomes. Throws an `UnreachableError` if the target cannot be reached. */
  outcomes(): AsyncGenerator<Outcome>;
  /** The number of requests sent so far. */
  requests(): number;
  /** The number of items that each API has returned so far. */
  items(): ReadonlyMap<Vendor, number>;
  /** Why the run stopped before its last check; null if it did not. */
  stopReason(): StopReason | null;
}

const defaultTimeout = 10_000;

/** Plans a run from these contracts. Throws if the base URL, an operation or a check is not valid. */
export function planRunWith(
  readContract: (vendor: Vendor, edition?: string) => Contract,
  options: VerifyOptions,
): VerifyRun {
  assertOptions(options);
  const baseUrl = new URL(options.baseUrl);
  const { apis, operations, signal, onStart } = options;
  const proxy = proxyFor(baseUrl, options.proxyEnvironment ?? usedByNode());
  const remote = !isLoopback(baseUrl.hostname) && options.intrusive !== true;
  const strict = options.strict === true;
  const planned = planOperations({ apis, operations, strict, contractOf: readContract });
  const all = planned.flatMap(({ checks }) => checks);
  const chosen = new Set(selectChecks(all, options));
  // An operation without a chosen check gets no requests, and its missing items do not matter.
  const plans = planned
    .map((plan) => ({ ...plan, checks: plan.checks.filter((check) => chosen.has(check)) }))
    .filter(({ checks }) => checks.length > 0);
  const rateLimiter = new RateLimiter({
    rateLimit: options.rateLimit ?? (remote ? remoteLimits.requestsPerSecond : undefined),
    maxRequests:
      options.maxRequests ?? (remote ? remoteLimits.requestsPerOperation * plans.length : undefined),
  });
  const common = {
    baseUrl,
    proxy,
    apis,
    remote,
    rateLimiter,
    signal,
    headers: options.headers ?? {},
    secrets: options.secrets ?? [],
    seed: options.seed ?? 1,
    retries: options.retries ?? 2,
    now: options.now ?? (() => new Date()),
    timeoutMilliseconds: options.timeoutMilliseconds ?? defaultTimeout,
    showValues: options.showValues === true,
  };
  const items = new Map<Vendor, number>(plans.map(({ vendor }) => [vendor, 0]));
  let stopReason: StopReason | null = null;
  let keyedHeaders: readonly string[] = [];

  async function* outcomes(): AsyncGenerator<Outcome> {
    let wasReached = false;
    for (const plan of plans) {
      const { vendor, checks } = plan;
      const onItems = (count: number) => items.set(vendor, (items.get(vendor) ?? 0) + count);
      const open = (opened: PlannedOperation, results = new ObservedResults({ checks: [], strict })) =>
        openSession(opened, results, { ...common, onItems });
      const observedResults = new ObservedResults({ checks, strict });
      const target = await operationTarget(plan, open);
      const session = open({ ...plan, target }, observedResults);
      const onStop = (reason: StopReason) => {
        stopReason = reason;
      };
      const onKeyInHeaders = () => {
        keyedHeaders = Object.keys(common.headers);
      };
      yield* runChecks({
        ...{ session, checks, observedResults, rateLimiter, strict, onStart, wasReached },
        ...{ onKeyInHeaders, onStop },
      });
      wasReached = true;
    }
  }

  return {
    checks: plans.flatMap(({ checks }) => checks),
    remote,
    proxy: proxy?.origin ?? null,
    omitted: omittedOperations({ apis, operations, contractOf: readContract }),
    intrusive: plans.flatMap(({ checks }) => checks.filter(({ intrusive }) => intrusive)).length,
    outcomes,
    keyedHeaders: () => keyedHeaders,
    requests: () => rateLimiter.sent,
    items: () => items,
    stopReason: () => stopReason,
  };
}

/** The environment if Node.js itself reads the proxies from it. */
function usedByNode(): ProxyEnvironment {
  return process.env.NODE_USE_ENV_PROXY === '1' ? process.env : {};
}
