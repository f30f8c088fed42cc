/** A value of an answer as text. `String` would throw for an object with a `toString` that the target sent. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
