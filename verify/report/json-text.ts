/** Indented JSON that is safe to print to a terminal: all control characters are escaped, including C1 and DEL. */
export function jsonText(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // C0 characters in strings are already escaped by JSON.stringify; those left are the line breaks of the indentation.
  return `${JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu, escaped)}\n`;
}
