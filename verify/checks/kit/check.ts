import type { Provenance } from '../../../contract/openapi-document.ts';
import type { CheckDescription } from '../../results/outcome.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Contrast } from './contrast.ts';

/** One way in which an answer breaks a rule, before it is told. */
export interface Violation {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  readonly place: string;
  readonly provenance: Provenance;
  /** `always`: a failure whatever its provenance. `never`: a warning even so. By provenance without it. */
  readonly fails?: 'always' | 'never';
  /** The request that shows it. */
  readonly probe: Probe | null;
}

/** What a check found: how much there was to judge, and what is wrong with it. */
export type Judgement =
  | { readonly judged: number; readonly violations: readonly Violation[] }
  | { readonly inconclusive: string };

/** What a check found that asked one thing. */
export function judgementOf(violation: Violation | null): Judgement {
  return { judged: 1, violations: violation === null ? [] : [violation] };
}

/** What a check may need that is not always given. */
export type Need =
  | 'user'
  | 'emptyUser'
  | 'revokedKey'
  | 'otherApiKey'
  | 'workspace'
  | 'secondUser'
  | 'secondKey'
  | 'soleUser'
  | 'secondWorkspace'
  | 'expect'
  | 'two users';

/** One rule of a contract, and how a target is judged by it. */
export interface Check extends CheckDescription {
  readonly needs: readonly Need[];
  /** Not for a target that is not on this machine: hostile input, or more wrong keys than a handful. */
  readonly intrusive: boolean;
  /** What has to be seen besides, for a pass to say anything. */
  readonly contrast: Contrast;
  /** Asks what it has to ask, and judges. */
  readonly run: (session: Session) => Promise<Judgement>;
  /** Judges each exchange of the run as it comes; null where it is not about this one. */
  readonly observe?: (exchange: Exchange, probe: Probe, session: Session) => readonly Violation[] | null;
}
