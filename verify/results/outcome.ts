import type { Provenance } from '../../contract/openapi-document.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { Cause } from './cause.ts';
import type { Finding } from './finding.ts';

/** The groups of checks, in the order in which they run and are reported. */
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

/** What is known about a check before it runs. */
export interface CheckDescription {
  /**
   * `<vendor>.<operationId>.<group>.<name>`, such as `junction.listJunctionProviders.shape.200.types`. It does not
   * change between releases.
   */
  readonly id: string;
  readonly vendor: Vendor;
  /** The edition that is checked; none for the contract of the vendor's page. */
  readonly edition?: string;
  readonly operationId: string;
  readonly group: CheckGroup;
  /** The rule as a sentence in the present tense. Reports, the terminal and test titles use it unchanged. */
  readonly title: string;
  /** The statement that the check enforces, such as `spec/junction.yaml#/components/schemas/JunctionProvider`. */
  readonly rule: string;
  readonly provenance: Provenance;
  /**
   * The severity of every violation, if it does not depend on the source. A leak always fails. A value that is unknown
   * today can be valid tomorrow, and a usual habit of servers that no page mentions is not a breach of a contract.
   */
  readonly severity?: 'failure' | 'warning';
  /** How severe a violation is, as a sentence, if it depends on more than the source. */
  readonly severityText?: string;
  /** Why the rule matters to users of the API. */
  readonly why: string;
  /** What to do if the check fails. */
  readonly fix: string;
}

/** How a check ended. Only `passed` means that the rule was checked and holds. */
export type CheckStatus =
  | { readonly status: 'passed' }
  /** At least one finding is a failure. */
  | { readonly status: 'failed'; readonly findings: readonly Finding[] }
  /** Each finding is a warning. */
  | { readonly status: 'warning'; readonly findings: readonly Finding[] }
  /**
   * The responses did not allow a result. Either other input could, which the reason names, or `reportedBy` is the id of
   * the check that reports the response.
   */
  | { readonly status: 'inconclusive'; readonly reason: string; readonly reportedBy?: string }
  /** The rule does not apply to this target, with any input. */
  | { readonly status: 'not-applicable'; readonly reason: string }
  /** Data that it needs is missing, or it is not run against remote targets. */
  | { readonly status: 'skipped'; readonly reason: string }
  /** The target could not be reached, or the verifier failed. */
  | { readonly status: 'error'; readonly reason: string };

/** The result of one check. */
export type Outcome = CheckStatus & {
  readonly check: CheckDescription;
  /** How many requests the check sent. */
  readonly requests: number;
  readonly milliseconds: number;
  /** The one cause that affects every request of the operation. The run fails because of it. */
  readonly cause?: Cause;
  /** True if the cause explains this outcome, so that reports can leave it out. */
  readonly isExplained?: true;
};
