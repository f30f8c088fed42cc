/** A body read as strictly as RFC 8259 lets a reader be. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly duplicateKeys: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What recurses over a value would end for want of stack, and what lists faults for want of memory. */
const [deepest, mostValues, mostDuplicates] = [200, 250_000, 100];

/**
 * Reads one JSON text in UTF-8, without a byte order mark and with nothing after it; says which keys stand twice. Refuses
 * what is nested or how many values it holds beyond any list.
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
  if (depth > deepest) return { ok: false, reason: `text that is nested more than ${deepest} levels deep` };
  if (values > mostValues) return { ok: false, reason: `text with more than ${mostValues} values` };
  try {
    return { ok: true, value: JSON.parse(text), duplicateKeys: duplicateKeysOf(text) };
  } catch {
    return { ok: false, reason: `text that is not JSON, ${text.length} characters` };
  }
}

/** How deep a text is nested and how many values it holds, or more, should it be JSON. */
function extentOf(text: string): { readonly depth: number; readonly values: number } {
  let [open, depth, values] = [0, 0, 1];
  for (const token of structureOf(text)) {
    if (token === '{' || token === '[') {
      open += 1;
      values += 1;
      depth = Math.max(depth, open);
    } else if (token === '}' || token === ']') open -= 1;
    else if (token === ',') values += 1;
    if (depth > deepest || values > mostValues) break;
  }
  return { depth, values };
}

/** The keys that stand twice in one object, in a text that is JSON; a hundred of them at most. */
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
      if (keys?.has(key) === true && found.size < mostDuplicates) found.add(key);
      keys?.add(key);
    }
    last = token;
  }
  return [...found];
}

/** The strings of a JSON text, with their quotes, and the signs between its values, in their order. */
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

/** Where the string that begins here has its closing quote. An expression would need a stack as long as the string. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
