/** Indented JSON that commands no terminal it is printed to: control characters stand escaped, C1 and DEL too. */
export function jsonText(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // The indentation's own line breaks are no characters of a string, and all other C0 are escaped already.
  return `${JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu, escaped)}\n`;
}
