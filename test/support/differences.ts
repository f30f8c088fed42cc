import { vendorNames } from '../../spec/vendors.ts';

/**
 * How an example differs from what two servers answered to the same call. What both answered alike, the example says
 * too. What is new each time, such as an id or a time, has the same form there; and where one new value is part of
 * another, it is so in the example. Of an object with one value for each vendor, only the vendors of the example count.
 */
export function differences(example: unknown, answers: readonly [unknown, unknown]): string[] {
  const shown = leaves(example, example);
  const first = leaves(answers[0], example);
  const second = leaves(answers[1], example);
  const places = new Set([...shown.keys(), ...first.keys(), ...second.keys()]);
  const isNew = (at: string) => first.has(at) && second.has(at) && first.get(at) !== second.get(at);
  const found = [...places].filter((at) =>
    isNew(at)
      ? !hasForm(shown.get(at), [first.get(at), second.get(at)])
      : !shown.has(at) || !first.has(at) || shown.get(at) !== first.get(at),
  );
  const fresh = [...places].filter(isNew);
  const isPart = (values: Leaves, part: string, whole: string) =>
    String(values.get(whole)).includes(String(values.get(part)));
  const torn = fresh.flatMap((part) =>
    fresh
      .filter((whole) => isPart(first, part, whole) && isPart(second, part, whole))
      .filter((whole) => !isPart(shown, part, whole))
      .map((whole) => `${whole} lacks ${part}`),
  );
  return [...found.map((at) => `${at} is ${first.get(at)}, not ${shown.get(at)}`), ...torn];
}

type Leaves = ReadonlyMap<string, unknown>;

/** All that is no container with something in it, by its pointer. */
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

/** Text as long as what was answered, with the same first word if that is always the same. */
function hasForm(shown: unknown, [first, second]: readonly [unknown, unknown]): boolean {
  if (typeof shown !== 'string' || typeof first !== 'string') return false;
  if (shown.length !== first.length) return false;
  return firstWord(first) !== firstWord(second) || firstWord(shown) === firstWord(first);
}

function firstWord(text: unknown): string | undefined {
  return /^[^_/-]*/.exec(String(text))?.[0];
}
