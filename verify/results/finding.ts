import type { Provenance } from '../../contract/openapi-document.ts';

/**
 * What is wrong, as it is reported: all similar violations of one check. It contains no secrets: keys and credentials
 * are removed, and personal values are masked unless the user asked for them.
 */
export interface Finding {
  readonly severity: 'failure' | 'warning';
  /** JSON pointer into the body, or into `{status, headers}` of the response; empty for the whole response. */
  readonly at: string;
  /** What the contract says, as the end of "expected …". */
  readonly expected: string;
  /** What the responses contain, as the end of "got …". Of many cases it names only the first. */
  readonly actual: string;
  /** Each different field, value or input that is wrong, at least one, such as `coros` and `sensorbio`. */
  readonly cases: readonly string[];
  /** The violated statement, such as `spec/junction.yaml#/components/schemas/JunctionProvider`. */
  readonly rule: string;
  readonly provenance: Provenance;
  /** A command that repeats the first request, with a variable for the key; null if no single request shows it. */
  readonly curl: string | null;
}

/** The pointer with `*` for each list index, so that the same violation in several items has the same pointer. */
export function ofAnyItem(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
