/** One preference of a request. */
export interface Preference {
  /** In lower case. */
  readonly name: string;
  /** Empty if the preference has no value: RFC 7240 does not distinguish the two. */
  readonly value: string;
  /** Whether parameters follow it. */
  readonly hasParameters: boolean;
}

const token = "[!#$%&'*+.^_`|~\\w-]+";
const word = `${token}|"(?:[^"\\\\]|\\\\.)*"`;
const pair = new RegExp(`^(${token})(?:\\s*=\\s*(${word})?)?$`);
const balanced = /^(?:[^"]|"(?:[^"\\]|\\.)*")*$/;

/**
 * Parses a `Prefer` header. If a name is repeated, its first preference counts. Returns null if the header is malformed
 * by the standard.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7240#section-2
 */
export function parsePrefer(header: string): ReadonlyMap<string, Preference> | null {
  if (!balanced.test(header)) return null;
  const found = new Map<string, Preference>();
  for (const element of split(header, ',')) {
    const [first = '', ...parameters] = split(element, ';');
    if (first === '' && parameters.length === 0) continue;
    const [, name = '', value = ''] = pair.exec(first) ?? [];
    if (name === '' || !parameters.every((text) => text === '' || pair.test(text))) return null;
    const preference = {
      name: name.toLowerCase(),
      value: unquoted(value),
      hasParameters: parameters.some((text) => text !== ''),
    };
    if (!found.has(preference.name)) found.set(preference.name, preference);
  }
  return found;
}

/** The parts between the separators, without surrounding space. A separator in quotes is part of the text. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|[^",;]+|[,;]/g)) {
    if (piece === separator) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts.map((part) => part.trim());
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
}
