import type { Provenance } from '../../contract/openapi-document.ts';
import type { Probe } from './probe.ts';

/** A violation of a rule, as a check saw it. */
export interface Violation {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  readonly rule: string;
  readonly provenance: Provenance;
  /** `always` is a failure and `never` a warning, for any provenance. By default the check or the provenance decides. */
  readonly fails?: 'always' | 'never';
  /** The request whose response shows the violation. */
  readonly probe: Probe | null;
  /** What is wrong, by a noun and a name. A finding lists all of them: "2 undocumented fields: a, b". */
  readonly thing?: { readonly noun: string; readonly name: string };
  /** The input that shows the violation. A finding lists all of them: "200 for a, b". */
  readonly input?: string;
}

/** The result of a check: how many things it checked, and the violations. */
export type CheckResult =
  | { readonly checked: number; readonly violations: readonly Violation[] }
  /** Other input from the user could allow a result. The text says which. */
  | { readonly inconclusive: string }
  /** No input can allow a result: the rule does not apply to this target. */
  | { readonly notApplicable: string };

/** The result of a check that checked one thing. */
export function checkResultOf(violation: Violation | null): CheckResult {
  return { checked: 1, violations: violation === null ? [] : [violation] };
}
