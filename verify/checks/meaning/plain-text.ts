/** A value of an answer that has to be text, as text; `String` fails over an object that has a `toString` of the target's. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
