import type { Provenance } from '../../contract/openapi-document.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { Finding } from './finding.ts';

/** The groups of checks, in the order in which they are run and told. */
export const checkGroups = [
  'authentication',
  'input',
  'meaning',
  'isolation',
  'transport',
  'shape',
  'leaks',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** What is known of a check before it is run. */
export interface CheckDescription {
  /**
   * `<vendor>.<operationId>.<group>.<name>`, such as `junction.listJunctionProviders.shape.200.types`. It does not
   * change between releases.
   */
  readonly id: string;
  readonly vendor: Vendor;
  readonly operationId: string;
  readonly group: CheckGroup;
  /** The rule as a sentence in the present tense. Reports, the terminal and test titles use it as it stands. */
  readonly title: string;
  /** The statement that the check enforces, such as `spec/junction.yaml#/components/schemas/JunctionProvider`. */
  readonly rule: string;
  readonly provenance: Provenance;
  /** True for a rule whose breach is a warning in any run: what is not known today may be tomorrow. */
  readonly warnsOnly?: true;
  /** Why it matters to whoever uses the API. */
  readonly why: string;
  /** What to do where it fails. */
  readonly fix: string;
}

/** How a check ended. Only `passed` says that the rule was checked and kept. */
export type CheckStatus =
  | { readonly status: 'passed' }
  /** At least one finding is a failure. */
  | { readonly status: 'failed'; readonly findings: readonly Finding[] }
  /** Each finding is a warning. */
  | { readonly status: 'warning'; readonly findings: readonly Finding[] }
  /** There was nothing to judge by. */
  | { readonly status: 'inconclusive'; readonly reason: string }
  /** Something that it needs was not given, or it is too much for a target that is not on this machine. */
  | { readonly status: 'skipped'; readonly reason: string }
  /** The target could not be asked, or the verifier failed. */
  | { readonly status: 'error'; readonly reason: string };

/** The end of one check. */
export type Outcome = CheckStatus & {
  readonly check: CheckDescription;
  /** How many requests were sent for it. */
  readonly requests: number;
  readonly milliseconds: number;
};
