/** A body parsed as strictly as RFC 8259 allows. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly duplicateKeys: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Protects later steps: recursion over a value needs stack, and lists of errors need memory. */
const [maxDepth, maxValues, maxDuplicates] = [200, 250_000, 100];

/**
 * Parses one JSON text in UTF-8 without a byte order mark, and returns its duplicate keys. Rejects text that is nested
 * deeper or has more values than any list of the contracts.
 */
export function readStrictJson(body: Buffer): JsonText {
  if (body.length === 0) return { ok: false, reason: 'an empty body' };
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    return { ok: false, reason: 'bytes that are not UTF-8' };
  }
  if (text.startsWith('\uFEFF')) return { ok: false, reason: 'a byte order mark before the JSON' };
  const { depth, values } = extentOf(text);
  if (depth > maxDepth) return { ok: false, reason: `text that is nested more than ${maxDepth} levels deep` };
  if (values > maxValues) return { ok: false, reason: `text with more than ${maxValues} values` };
  try {
    return { ok: true, value: JSON.parse(text), duplicateKeys: duplicateKeysOf(text) };
  } catch {
    return { ok: false, reason: `text that is not JSON, ${text.length} characters` };
  }
}

/** The nesting depth and an upper bound for the number of values, assuming that the text is JSON. */
function extentOf(text: string): { readonly depth: number; readonly values: number } {
  let [open, depth, values] = [0, 0, 1];
  for (const token of structureOf(text)) {
    if (token === '{' || token === '[') {
      open += 1;
      values += 1;
      depth = Math.max(depth, open);
    } else if (token === '}' || token === ']') open -= 1;
    else if (token === ',') values += 1;
    if (depth > maxDepth || values > maxValues) break;
  }
  return { depth, values };
}

/** The keys that occur twice in one object of a JSON text; at most a hundred. */
function duplicateKeysOf(text: string): string[] {
  const found = new Set<string>();
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const token of structureOf(text)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key: unknown = JSON.parse(last);
      const keys = open.at(-1);
      if (typeof key !== 'string') continue;
      if (keys?.has(key) === true && found.size < maxDuplicates) found.add(key);
      keys?.add(key);
    }
    last = token;
  }
  return [...found];
}

/** The strings, with their quotes, and the structural characters of a JSON text, in order. */
function* structureOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"') {
      const end = endOfString(text, at);
      yield text.slice(at, end + 1);
      at = end;
    } else if ('{}[]:,'.includes(letter)) yield letter;
  }
}

/** The index of the closing quote of a string. A regular expression would overflow the stack for long strings. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
