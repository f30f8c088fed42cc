/** Returns the text, or undefined if it is blank: a blank environment variable counts as not set. */
export function unlessBlank(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
