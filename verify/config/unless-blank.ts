/** The text, or undefined if it is blank: a variable of the environment that is blank counts as not set. */
export function unlessBlank(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
