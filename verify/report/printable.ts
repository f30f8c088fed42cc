/** Everything that moves a cursor, reverses a line, hides, or stands in no XML; joiners stay, emoji are made with them. */
const invisible = String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}[\p{Cf}--[\u200c\u200d]]]`;
/** How a log line begins a command to the runner on GitHub (`##[…]`) and Azure (`##vso[…]`), wherever in it. */
const runnerCommand = String.raw`##(?=\w*\[)`;
const unsafe = new RegExp(`${invisible}|${runnerCommand}`, 'gv');

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '##': '\\u0023#' };

/**
 * Foreign text as one line that commands no terminal, log or parser: what cannot be seen is spelled (`\u001b`), and
 * what is longer than `limit` is cut.
 */
export function printable(text: string, limit = 2000): string {
  const [kept = ''] = text.match(new RegExp(`^.{0,${limit}}`, 'su')) ?? [];
  const rest = text.length - kept.length;
  const cut = rest === 0 ? '' : `… (${rest} more characters)`;
  return kept.replaceAll(unsafe, (found) => short[found] ?? spelled(found)) + cut;
}

function spelled(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
