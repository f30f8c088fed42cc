import type { Provenance } from '../../contract/openapi-document.ts';

/**
 * A violation of the contract as it is reported. It contains no secrets: keys and credentials are removed, and personal
 * values are masked unless the user asked for them.
 */
export interface Finding {
  readonly severity: 'failure' | 'warning';
  /** JSON pointer into the body, or into `{status, headers}` of the response; empty for the whole response. */
  readonly at: string;
  /** What the contract says, as the end of "expected …". */
  readonly expected: string;
  /** What the response contains, as the end of "got …". */
  readonly actual: string;
  /** The violated statement, such as `spec/junction.yaml#/components/schemas/JunctionProvider`. */
  readonly rule: string;
  readonly provenance: Provenance;
  /** How many violations of the same kind there are. Only the first one is reported in detail. */
  readonly count: number;
  /** A command that repeats the request, with a variable for the key; null if no single request shows the violation. */
  readonly curl: string | null;
}

/** The pointer with `*` for each list index, so that the same violation in several items has the same pointer. */
export function ofAnyItem(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
