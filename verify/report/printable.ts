/** Control, bidirectional, invisible and non-XML characters. Joiners are not included, because emoji use them. */
const invisible = String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}[\p{Cf}--[\u200c\u200d]]]`;
/** The start of a command to the CI runner in a log line, on GitHub (`##[…]`) and Azure (`##vso[…]`). */
const runnerCommand = String.raw`##(?=\w*\[)`;
const unsafe = new RegExp(`${invisible}|${runnerCommand}`, 'gv');

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '##': '\\u0023#' };

/**
 * Untrusted text as one line that is safe in terminals, logs and parsers. Invisible characters are escaped (`\u001b`).
 * Text longer than `limit` is cut.
 */
export function printable(text: string, limit = 2000): string {
  const [kept = ''] = text.match(new RegExp(`^.{0,${limit}}`, 'su')) ?? [];
  const rest = text.length - kept.length;
  const cut = rest === 0 ? '' : `… (${rest} more characters)`;
  return kept.replaceAll(unsafe, (found) => short[found] ?? escaped(found)) + cut;
}

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
