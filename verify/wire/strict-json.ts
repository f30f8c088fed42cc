/** A body read as strictly as RFC 8259 lets a reader be. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly duplicateKeys: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one JSON text in UTF-8, without a byte order mark and with nothing after it; says which keys stand twice. */
export function readStrictJson(body: Buffer): JsonText {
  if (body.length === 0) return { ok: false, reason: 'an empty body' };
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    return { ok: false, reason: 'bytes that are not UTF-8' };
  }
  if (text.startsWith('\uFEFF')) return { ok: false, reason: 'a byte order mark before the JSON' };
  try {
    return { ok: true, value: JSON.parse(text), duplicateKeys: duplicateKeysOf(text) };
  } catch {
    return { ok: false, reason: `text that is not JSON, ${text.length} characters` };
  }
}

/** The keys that stand twice in one object, in a text that is JSON. */
function duplicateKeysOf(text: string): string[] {
  const found = new Set<string>();
  const open: (Set<string> | null)[] = [];
  let last: string | null = null;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last !== null) {
      const key: unknown = JSON.parse(last);
      const keys = open.at(-1);
      if (typeof key === 'string' && keys?.has(key) === true) found.add(key);
      if (typeof key === 'string') keys?.add(key);
    }
    last = token.startsWith('"') ? token : null;
  }
  return [...found];
}
