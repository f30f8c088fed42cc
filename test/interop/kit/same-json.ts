/**
 * Throws if a client does not return what the server sends, and names the first place. A client may write null as
 * nothing, and a time in another way, as long as it is the same time.
 */
export function expectSameJson(returned: unknown, sent: unknown): void {
  const at = firstDifference(returned, sent, '');
  if (at === null) return;
  throw new Error(`The client does not return at ${at} what the server sends: ${JSON.stringify(returned)}`);
}

/** Where two values differ, as a JSON pointer; null if they do not. */
function firstDifference(one: unknown, other: unknown, at: string): string | null {
  if (isNothing(one) && isNothing(other)) return null;
  if (typeof one === 'string' && typeof other === 'string') return timeOr(one) === timeOr(other) ? null : at;
  if (!isObject(one) || !isObject(other)) return one === other ? null : at;
  if (Array.isArray(one) !== Array.isArray(other)) return at;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(Reflect.get(one, key), Reflect.get(other, key), `${at}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The moment that a text names; any other text is itself. */
function timeOr(text: string): number | string {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : text;
}
