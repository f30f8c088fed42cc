import { vendorNames } from '../../spec/vendors.ts';

/**
 * Compares an example with the answers of two servers to the same call, and returns the differences. Values that are
 * equal in both answers must be equal in the example. Values that are new each time, such as ids and times, must have the
 * same form. If one new value contains another, it must also do so in the example. Of an object with one value per
 * vendor, only the vendors in the example are compared. Durations differ each time, and only their type is compared.
 */
export function differences(example: unknown, answers: readonly [unknown, unknown]): string[] {
  const shown = leaves(example, example);
  const first = leaves(answers[0], example);
  const second = leaves(answers[1], example);
  const places = new Set([...shown.keys(), ...first.keys(), ...second.keys()]);
  const isNew = (at: string) => first.has(at) && second.has(at) && first.get(at) !== second.get(at);
  const found = [...places].filter((at) =>
    isDuration(at)
      ? [shown, first, second].some((values) => typeof values.get(at) !== 'number')
      : isNew(at)
        ? !hasForm(shown.get(at), [first.get(at), second.get(at)])
        : !shown.has(at) || !first.has(at) || shown.get(at) !== first.get(at),
  );
  const fresh = [...places].filter((at) => isNew(at) && !isDuration(at));
  const isPart = (values: Leaves, part: string, whole: string) =>
    String(values.get(whole)).includes(String(values.get(part)));
  const torn = fresh.flatMap((part) =>
    fresh
      .filter((whole) => isPart(first, part, whole) && isPart(second, part, whole))
      .filter((whole) => !isPart(shown, part, whole))
      .map((whole) => `${whole} does not contain ${part}`),
  );
  return [...found.map((at) => `${at} is ${first.get(at)}, not ${shown.get(at)}`), ...torn];
}

function isDuration(at: string): boolean {
  return at.endsWith('/milliseconds');
}

type Leaves = ReadonlyMap<string, unknown>;

/** All values except objects and arrays that are not empty, by JSON pointer. */
function leaves(value: unknown, example: unknown, at = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[at, value]]);
  const entries = Object.entries(value).filter(([key]) => !isOtherVendor(key, example));
  if (entries.length === 0) return new Map([[at, JSON.stringify(value)]]);
  return new Map(
    entries.flatMap(([key, inner]) => {
      const innerExample: unknown = Object.entries(example ?? {}).find(([name]) => name === key)?.[1];
      return [...leaves(inner, innerExample, `${at}/${key}`)];
    }),
  );
}

function isOtherVendor(key: string, example: unknown): boolean {
  const keys: readonly string[] = Object.keys(example ?? {});
  const known: readonly string[] = vendorNames;
  return keys.length > 0 && keys.every((name) => known.includes(name)) && !keys.includes(key);
}

/** Whether a text has the form of both answers: the same length, and the same first word if they share it. */
function hasForm(shown: unknown, [first, second]: readonly [unknown, unknown]): boolean {
  if (typeof shown !== 'string' || typeof first !== 'string') return false;
  if (shown.length !== first.length) return false;
  return firstWord(first) !== firstWord(second) || firstWord(shown) === firstWord(first);
}

function firstWord(text: unknown): string | undefined {
  return /^[^_/-]*/.exec(String(text))?.[0];
}
