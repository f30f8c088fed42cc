import type { Check } from '../checks/kit/check.ts';
import type { CheckResult, Violation } from '../session/check-result.ts';
import type { Probe } from '../session/probe.ts';
import type { Session } from '../session/session.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isFailure } from './is-failure.ts';

/** Violations kept per check. A server that is wrong everywhere produces any number of them. */
const maxViolations = 2_000;

interface Found {
  checked: number;
  readonly violations: Violation[];
}

/** The check that reports what is wrong with a whole response. */
interface Owner extends Pick<Check, 'id' | 'group'> {
  readonly scope: 'for the run' | 'for the group';
  readonly fails: boolean;
}

/** The results so far of the checks that observe every exchange of a run, and which of them reports a response. */
export class ObservedResults {
  readonly #found = new Map<string, Found>();
  readonly #owners = new WeakMap<Exchange, Owner>();
  readonly #exchanges = new WeakMap<Violation, Exchange>();
  /** Each check that has ended, and whether it warns. */
  readonly #ended = new Map<string, boolean>();
  readonly #checks: readonly Check[];
  readonly #strict: boolean;

  constructor({ checks, strict }: { readonly checks: readonly Check[]; readonly strict: boolean }) {
    this.#checks = checks.filter(({ observe }) => observe !== undefined);
    this.#strict = strict;
  }

  /** Passes an exchange to each observing check. */
  record(exchange: Exchange, probe: Probe, session: Session): void {
    for (const check of this.#checks) {
      const { id, group, observe, ownsResponse } = check;
      const violations = observe?.(exchange, probe, session) ?? null;
      if (violations === null) continue;
      const found = this.#found.get(id) ?? { checked: 0, violations: [] };
      found.checked += 1;
      this.#found.set(id, found);
      const kept = violations.slice(0, maxViolations - found.violations.length);
      found.violations.push(...kept);
      for (const violation of kept) this.#exchanges.set(violation, exchange);
      const warned = this.#ended.get(id);
      // A check that has ended without a finding cannot report this response any more.
      if (violations.length === 0 || warned === false || this.#owners.has(exchange)) continue;
      const scope = ownsResponse?.(exchange, session) ?? null;
      const fails =
        warned === undefined && violations.some((violation) => isFailure(check, violation, this.#strict));
      if (scope !== null) this.#owners.set(exchange, { id, group, scope, fails });
    }
  }

  /** The exchange of a violation; undefined if no single request shows it. */
  exchangeOf(violation: Violation, session: Session): Exchange | undefined {
    const observed = this.#exchanges.get(violation);
    return observed ?? (violation.probe === null ? undefined : session.exchanges.get(violation.probe));
  }

  /** The id of the check that reports the response of this violation instead of this check; null if there is none. */
  reporterOf(check: Check, violation: Violation, exchange: Exchange): string | null {
    const { id, group, holdsForEveryResponse } = check;
    const owner = this.#owners.get(exchange);
    if (owner === undefined || owner.id === id || holdsForEveryResponse === true) return null;
    if (owner.scope === 'for the group' && owner.group !== group) return null;
    // A warning must not replace a failure.
    return owner.fails || !isFailure(check, violation, this.#strict) ? owner.id : null;
  }

  /** The result of a check so far. */
  of(checkId: string): CheckResult {
    return this.#found.get(checkId) ?? { inconclusive: 'no response that this check applies to' };
  }

  /** Must be called when a check has ended without a failure, because it cannot report later responses. */
  end(checkId: string, { warns }: { readonly warns: boolean }): void {
    this.#ended.set(checkId, warns);
  }
}
