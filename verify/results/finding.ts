import type { Provenance } from '../../contract/openapi-document.ts';

/**
 * One way in which an answer breaks the contract. Nothing in it is secret: keys and credentials are taken out, and
 * personal values are masked unless they were asked for.
 */
export interface Finding {
  readonly severity: 'failure' | 'warning';
  /** JSON pointer into the body, or into `{status, headers}` of the answer; empty for the answer as a whole. */
  readonly at: string;
  /** What the contract says, as the end of "expected …". */
  readonly expected: string;
  /** What came, as the end of "got …". */
  readonly actual: string;
  /** The statement that is broken, such as `spec/junction.yaml#/components/schemas/JunctionProvider`. */
  readonly rule: string;
  readonly provenance: Provenance;
  /** How many of the same kind there are, this one included; only the first is told. */
  readonly count: number;
  /** A command that asks the same again, with a variable for the key; null where no request shows it. */
  readonly curl: string | null;
}

/** A pointer with `*` for each place in a list: what is wrong with one item is wrong with all alike. */
export function ofAnyItem(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
