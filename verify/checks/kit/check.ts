import type { CheckDescription } from '../../results/outcome.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Baseline } from './baseline.ts';

/** What a check may need and the caller may not have given. */
export type Need =
  | 'user'
  | 'emptyUser'
  | 'revokedKey'
  | 'otherApiKey'
  | 'workspace'
  | 'secondUser'
  | 'secondKey'
  | 'exclusiveUser'
  | 'secondWorkspace'
  | 'expect'
  | 'two users';

/** One rule of a contract, and how a target is checked against it. */
export interface Check extends CheckDescription {
  readonly needs: readonly Need[];
  /** Not run against a remote target by default: it sends hostile input, or many wrong keys. */
  readonly intrusive: boolean;
  /** What must also be seen for a pass to be conclusive. */
  readonly baseline: Baseline;
  /** Sends the requests of the check, and returns what it found. */
  readonly run: (session: Session) => Promise<CheckResult>;
  /** Checks each exchange of the run when it ends; null if the rule does not apply to it. */
  readonly observe?: (exchange: Exchange, probe: Probe, session: Session) => readonly Violation[] | null;
  /**
   * Whether a violation in this exchange is what is wrong with the whole response, such as a 500. Then other checks of
   * the run or of the group refer to this check, and do not report the response again.
   */
  readonly ownsResponse?: (exchange: Exchange, session: Session) => 'for the run' | 'for the group' | null;
  /** True if the rule also holds for responses that another check reports, such as a leak in a 500. */
  readonly holdsForEveryResponse?: true;
}
