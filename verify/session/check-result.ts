import type { Provenance } from '../../contract/openapi-document.ts';
import type { Probe } from './probe.ts';

/** One way in which an answer breaks a rule, before it is told. */
export interface Violation {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  readonly rule: string;
  readonly provenance: Provenance;
  /** `always`: a failure whatever its provenance. `never`: a warning even so. By provenance without it. */
  readonly fails?: 'always' | 'never';
  /** The request that shows it. */
  readonly probe: Probe | null;
}

/** What a check found: how much there was to judge, and what is wrong with it. */
export type CheckResult =
  | { readonly checked: number; readonly violations: readonly Violation[] }
  | { readonly inconclusive: string };

/** What a check found that asked one thing. */
export function checkResultOf(violation: Violation | null): CheckResult {
  return { checked: 1, violations: violation === null ? [] : [violation] };
}
