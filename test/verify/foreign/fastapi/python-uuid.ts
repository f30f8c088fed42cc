/** The 32 hexadecimal digits of a text that Python's `UUID` accepts; null if it raises an error. */
export function pythonUuid(text: string): string | null {
  const digits = text
    .replaceAll(/urn:|uuid:/g, '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '');
  return /^[\da-f]{32}$/i.test(digits) ? digits : null;
}
