import type { Check } from '../checks/kit/check.ts';
import type { CheckResult, Violation } from '../session/check-result.ts';
import type { Probe } from '../session/probe.ts';
import type { Session } from '../session/session.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Violations kept per check. A server that is wrong everywhere produces any number of them. */
const maxViolations = 2_000;

/** The results so far of the checks that observe every exchange of a run. */
export class ObservedResults {
  readonly #found = new Map<string, { checked: number; violations: Violation[] }>();
  readonly #checks: readonly Check[];

  constructor(checks: readonly Check[]) {
    this.#checks = checks.filter(({ observe }) => observe !== undefined);
  }

  /** Passes an exchange to each observing check. */
  record(exchange: Exchange, probe: Probe, session: Session): void {
    for (const { id, observe } of this.#checks) {
      const violations = observe?.(exchange, probe, session) ?? null;
      if (violations === null) continue;
      const found = this.#found.get(id) ?? { checked: 0, violations: [] };
      found.checked += 1;
      found.violations.push(...violations.slice(0, maxViolations - found.violations.length));
      this.#found.set(id, found);
    }
  }

  /** The result of a check so far. */
  of(checkId: string): CheckResult {
    return this.#found.get(checkId) ?? { inconclusive: 'no response that this check applies to' };
  }
}
