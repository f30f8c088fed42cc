import type { CheckDescription } from '../../results/outcome.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Baseline } from './baseline.ts';

/** What a check may need that is not always given. */
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

/** One rule of a contract, and how a target is checked by it. */
export interface Check extends CheckDescription {
  readonly needs: readonly Need[];
  /** Not for a target that is not on this machine: hostile input, or more wrong keys than a handful. */
  readonly intrusive: boolean;
  /** What has to be seen besides, for a pass to say anything. */
  readonly baseline: Baseline;
  /** Asks what it has to ask, and judges. */
  readonly run: (session: Session) => Promise<CheckResult>;
  /** Judges each exchange of the run as it comes; null where it is not about this one. */
  readonly observe?: (exchange: Exchange, probe: Probe, session: Session) => readonly Violation[] | null;
}
