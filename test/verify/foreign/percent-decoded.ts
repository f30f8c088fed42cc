/** Percent-decoded as Python and Java do it: other escapes are kept, and bytes that are not UTF-8 are replaced. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
