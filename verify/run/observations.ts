import type { Check } from '../checks/kit/check.ts';
import type { CheckResult, Violation } from '../session/check-result.ts';
import type { Probe } from '../session/probe.ts';
import type { Session } from '../session/session.ts';
import type { Exchange } from '../wire/exchange.ts';

/** So many violations are kept of one check; a server that is wrong everywhere has no end of them. */
const mostKept = 2_000;

/** What the observing checks of a run have found so far. */
export class Observations {
  readonly #found = new Map<string, { checked: number; violations: Violation[] }>();
  readonly #checks: readonly Check[];

  constructor(checks: readonly Check[]) {
    this.#checks = checks.filter(({ observe }) => observe !== undefined);
  }

  /** Lets each check judge an exchange. */
  note(exchange: Exchange, probe: Probe, session: Session): void {
    for (const { id, observe } of this.#checks) {
      const violations = observe?.(exchange, probe, session) ?? null;
      if (violations === null) continue;
      const found = this.#found.get(id) ?? { checked: 0, violations: [] };
      found.checked += 1;
      found.violations.push(...violations.slice(0, mostKept - found.violations.length));
      this.#found.set(id, found);
    }
  }

  /** The judgement of a check so far. */
  of(checkId: string): CheckResult {
    return this.#found.get(checkId) ?? { inconclusive: 'no answer came that it is about' };
  }
}
