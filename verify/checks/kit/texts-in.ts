/** How deep a body is searched. A hostile body may be nested without limit. */
export const maxDepth = 200;

/** A string in a JSON value, or the key of a value. */
export interface LocatedText {
  readonly text: string;
  readonly pointer: string;
  /** The key of the value; null in a list and at the top. */
  readonly key: string | null;
}

/** Every string and every key of a JSON value, with its pointer. */
export function textsIn(value: unknown, pointer = '', key: string | null = null, depth = 0): LocatedText[] {
  if (typeof value === 'string') return [{ text: value, pointer, key }];
  if (typeof value !== 'object' || value === null || depth > maxDepth) {
    return key === null ? [] : [{ text: '', pointer, key }];
  }
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => textsIn(entry, `${pointer}/${index}`, null, depth + 1))
    : Object.entries(value).flatMap(([name, entry]) =>
        textsIn(entry, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, name, depth + 1),
      );
  return key === null ? below : [{ text: '', pointer, key }, ...below];
}
