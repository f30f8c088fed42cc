/** A text in a JSON value: one that stands there, or the last key that leads to a value. */
export interface PlacedText {
  readonly text: string;
  readonly pointer: string;
  /** The key under which the value stands; null in a list and at the top. */
  readonly key: string | null;
}

const deepest = 200;

/** Every string of a JSON value, and every key, with where it stands. */
export function textsOf(value: unknown, pointer = '', key: string | null = null, depth = 0): PlacedText[] {
  if (typeof value === 'string') return [{ text: value, pointer, key }];
  if (typeof value !== 'object' || value === null || depth > deepest) {
    return key === null ? [] : [{ text: '', pointer, key }];
  }
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => textsOf(entry, `${pointer}/${index}`, null, depth + 1))
    : Object.entries(value).flatMap(([name, entry]) =>
        textsOf(entry, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, name, depth + 1),
      );
  return key === null ? below : [{ text: '', pointer, key }, ...below];
}
