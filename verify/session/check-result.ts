import type { Provenance } from '../../contract/openapi-document.ts';
import type { Probe } from './probe.ts';

/** A violation of a rule, as a check saw it. */
export interface Violation {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  readonly rule: string;
  readonly provenance: Provenance;
  /** `always` is a failure and `never` a warning, for any provenance. By default the provenance decides. */
  readonly fails?: 'always' | 'never';
  /** The request whose response shows the violation. */
  readonly probe: Probe | null;
}

/** The result of a check: how many things it checked, and the violations. */
export type CheckResult =
  | { readonly checked: number; readonly violations: readonly Violation[] }
  | { readonly inconclusive: string };

/** The result of a check that checked one thing. */
export function checkResultOf(violation: Violation | null): CheckResult {
  return { checked: 1, violations: violation === null ? [] : [violation] };
}
