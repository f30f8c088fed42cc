import { type Contract, operationOf, readContract } from '../contract/contract.ts';
import type { Operation } from '../contract/operation.ts';
import type { Vendor } from '../spec/vendors.ts';
import type { Check } from './checks/kit/check.ts';
import { planChecks } from './plan/plan-checks.ts';
import { refuseNonsense } from './plan/refuse-nonsense.ts';
import { selectChecks } from './plan/select-checks.ts';
import type { CutShort } from './results/conclusion.ts';
import type { CheckDescription, Outcome } from './results/outcome.ts';
import { Observations } from './run/observations.ts';
import { runChecks } from './run/run-checks.ts';
import { spared } from './run/spared.ts';
import type { ApiTarget } from './session/api-target.ts';
import { createConfidentiality } from './session/confidentiality.ts';
import { isLoopback } from './session/is-loopback.ts';
import { listingOf } from './session/listing.ts';
import { secretsOf } from './session/secrets-of.ts';
import { Session } from './session/session.ts';
import { unknownUserOf } from './session/unknown-user.ts';
import { vendorRulesOf } from './vendors/vendor-rules-of.ts';
import type { VerifyOptions } from './verify-options.ts';
import { ask } from './wire/ask.ts';
import { measureBody } from './wire/measure-body.ts';
import { Pacer } from './wire/pacer.ts';

/** A run that is planned and has not asked anything yet. */
export interface VerifyRun {
  /** What will be checked, in this order. */
  readonly checks: readonly CheckDescription[];
  /** True where the target is not on this machine and is spared. */
  readonly gentle: boolean;
  /** How many of the checks are too much for a target that is spared. */
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
 * the choice of checks makes no sense.
 */
export function planRun(
  options: VerifyOptions,
  { readContract: contractOf = readContract }: { readonly readContract?: (vendor: Vendor) => Contract } = {},
): VerifyRun {
  refuseNonsense(options);
  const baseUrl = new URL(options.baseUrl);
  const gentle = !isLoopback(baseUrl.hostname) && options.intrusive !== true;
  const strict = options.strict === true;
  const planned = options.apis.flatMap((target) => plan(target, contractOf(target.vendor), strict));
  const all = planned.flatMap(({ checks }) => checks);
  const chosen = new Set(selectChecks(all, options));
  const maxRequests =
    options.maxRequests ?? (gentle ? spared.requestsAnApi * options.apis.length : undefined);
  const pacer = new Pacer({
    rateLimit: options.rateLimit ?? (gentle ? spared.requestsASecond : undefined),
    maxRequests,
  });
  // An API of which no check is chosen is not asked, and has nothing to judge.
  const asked = planned.filter(({ checks }) => checks.some((check) => chosen.has(check)));
  const items = new Map<Vendor, number>(asked.map(({ target }) => [target.vendor, 0]));
  let cutShort: CutShort | null = null;

  async function* outcomes(): AsyncGenerator<Outcome> {
    let wasReached = false;
    for (const { target, contract, operation, checks: planOfOperation } of planned) {
      const checks = planOfOperation.filter((check) => chosen.has(check));
      if (checks.length === 0) continue;
      const observations = new Observations(checks);
      const session = openSession({ target, contract, operation, observations });
      yield* runChecks({
        session,
        checks,
        pacer,
        strict,
        onStart: options.onStart,
        wasReached,
        onCutShort: (by) => {
          cutShort = by;
        },
      });
      wasReached = true;
    }
  }

  function openSession(given: {
    readonly target: ApiTarget;
    readonly contract: Contract;
    readonly operation: Operation;
    readonly observations: Observations;
  }): Session {
    const { target, contract, operation, observations } = given;
    const rules = vendorRulesOf(target.vendor);
    const seed = options.seed ?? 1;
    const timeoutMilliseconds = options.timeoutMilliseconds ?? standardTimeout;
    const session: Session = new Session({
      contract,
      operation,
      rules,
      target,
      otherApiKey: target.otherApiKey ?? options.apis.find(({ vendor }) => vendor !== target.vendor)?.key,
      baseUrl,
      unknownUser: target.unknownUser ?? unknownUserOf(seed),
      headers: options.headers ?? {},
      gentle,
      seed,
      retries: options.retries ?? 2,
      now: options.now ?? (() => new Date()),
      pacer,
      confidentiality: createConfidentiality({
        secrets: secretsOf(options.apis, options.headers ?? {}),
        personal: rules.personal,
        showValues: options.showValues === true,
      }),
      send: (request, agent) =>
        ask({
          origin: baseUrl,
          request,
          timeoutMilliseconds,
          signal: options.signal,
          ...(agent === undefined ? {} : { agent }),
        }),
      measure: async (request) => {
        await pacer.turn(options.signal);
        return measureBody({ origin: baseUrl, request, timeoutMilliseconds, signal: options.signal });
      },
      observed: (checkId) => observations.of(checkId),
      onExchange: (exchange, probe) => {
        const count = listingOf(session, exchange, probe)?.items.length ?? 0;
        items.set(target.vendor, (items.get(target.vendor) ?? 0) + count);
        observations.note(exchange, probe, session);
      },
      signal: options.signal,
    });
    return session;
  }

  return {
    checks: all.filter((check) => chosen.has(check)),
    gentle,
    intrusive: all.filter((check) => chosen.has(check) && check.intrusive).length,
    outcomes,
    requests: () => pacer.sent,
    items: () => items,
    cutShort: () => cutShort,
  };
}

interface Plan {
  readonly target: ApiTarget;
  readonly contract: Contract;
  readonly operation: Operation;
  readonly checks: readonly Check[];
}

/** The checks of each operation, those of the one that the vendor's rules are about first. */
function plan(target: ApiTarget, contract: Contract, strict: boolean): Plan[] {
  const rules = vendorRulesOf(target.vendor);
  const main = operationOf(contract, rules.operationId);
  const others = [...contract.operations.values()].filter(
    ({ id, method }) => id !== main.id && method === 'get',
  );
  return [main, ...others].map((operation) => {
    const checks = planChecks({ vendor: target.vendor, contract, operation, rules, strict });
    return { target, contract, operation, checks };
  });
}
