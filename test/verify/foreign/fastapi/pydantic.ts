/** The part of the request and the name of the parameter. */
export type Loc = readonly ['path' | 'query', string];

/** A value that was read, or the item that reports why it was refused. */
export type Validated<Value> =
  | { readonly value: Value }
  | { readonly error: Readonly<Record<string, unknown>> };

/** How one major version of pydantic reads parameters, reports errors and writes times. */
export interface Pydantic {
  /** How a time in UTC ends. */
  readonly utc: 'Z' | '+00:00';
  /** A UUID in any notation; the value is in five groups in lower case. */
  uuid(loc: Loc, text: string): Validated<string>;
  integer(
    loc: Loc,
    text: string,
    bounds: { readonly least: number; readonly most: number },
  ): Validated<number>;
  choice(loc: Loc, text: string, choices: readonly string[]): Validated<string>;
}

/** Five groups with hyphens, from 32 hexadecimal digits. */
export function inGroups(digits: string): string {
  return digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
