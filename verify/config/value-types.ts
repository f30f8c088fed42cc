import { ExplainedError } from '../../contract/explained-error.ts';
import { type TextFormat, textFormats } from './text-formats.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** How the text of a flag or a variable becomes a value. */
export interface FlagType<Value> {
  /**
   * Reads a text; a list adds it to `before`, what the same flag gave before. Throws an `ExplainedError` that says what
   * is wrong and does not repeat the text, which may be a secret.
   */
  read(text: string, before?: Value): Value;
  /** All values, if they are few. */
  readonly choices?: readonly string[];
}

/** The same, and what a configuration may say. */
export interface ValueType<Value> extends FlagType<Value> {
  /** A function if the schema depends on the statuses that the contract of an API knows; null stands for any. */
  readonly schema: JsonSchema | ((statuses: readonly string[] | null) => JsonSchema);
  /** What flag and configuration say together. Without it the flag wins. */
  merge?(flag: Value, config: Value): Value;
}

/** On if the flag is given, or if the variable says so. */
export const toggle: ValueType<boolean> = {
  read(value) {
    if (value === 'true' || value === '1') return true;
    if (value === 'false' || value === '0') return false;
    throw new ExplainedError('it has to be true or false.');
  },
  schema: { type: 'boolean' },
};

/** A text of `least` (1) to `most` characters. */
export function text(
  options: { readonly least?: number; readonly most?: number; readonly format?: TextFormat } = {},
): ValueType<string> {
  const { least = 1, most, format } = options;
  return {
    read(value) {
      const length = [...value].length;
      if (length < least) throw new ExplainedError('it is empty.');
      if (most !== undefined && length > most)
        throw new ExplainedError(`it is longer than ${most} characters. Shorten it.`);
      const fault = format === undefined ? null : textFormats[format](value);
      if (fault !== null) throw new ExplainedError(fault);
      return value;
    },
    schema: {
      type: 'string',
      ...(least === 0 ? {} : { minLength: least }),
      ...(most === undefined ? {} : { maxLength: most }),
      ...(format === undefined ? {} : { format }),
    },
  };
}

/** A whole number in a range. */
export function integer(least: number, most: number): ValueType<number> {
  return {
    read: (value) => numberIn(value, /^\d{1,15}$/, `a whole number from ${least} to ${most}`, least, most),
    schema: { type: 'integer', minimum: least, maximum: most },
  };
}

/** A number in a range, with or without decimals. */
export function number(least: number, most: number): ValueType<number> {
  return {
    read: (value) => numberIn(value, /^\d{1,9}(?:\.\d+)?$/, `a number from ${least} to ${most}`, least, most),
    schema: { type: 'number', minimum: least, maximum: most },
  };
}

function numberIn(text: string, form: RegExp, description: string, least: number, most: number): number {
  const value = Number(text);
  if (form.test(text) && value >= least && value <= most) return value;
  throw new ExplainedError(`it has to be ${description}.`);
}

/** One of a few words. */
export function oneOf<const Choice extends string>(...choices: readonly Choice[]): ValueType<Choice> {
  return {
    read(value) {
      const found = choices.find((choice) => choice === value);
      if (found !== undefined) return found;
      throw new ExplainedError(`it has to be ${alternatives(choices)}.`);
    },
    choices,
    schema: { type: 'string', enum: choices },
  };
}

/** These words with a comma between them, and `or` before the last. */
export function alternatives(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

/** A list to which each text adds, each value once. */
export function listOf<Item>(items: (text: string) => readonly Item[]): FlagType<readonly Item[]> {
  return {
    read: (value, before = []) => [
      ...new Map([...before, ...items(value)].map((item) => [JSON.stringify(item), item])).values(),
    ],
  };
}

/** A list of words, with a comma or a space between them. */
export const words: ValueType<readonly string[]> = {
  ...listOf(wordsIn),
  schema: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
};

/** The words between the commas of a text. Throws an `ExplainedError` if there are none. */
export function wordsIn(text: string): readonly string[] {
  const found = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (found.length === 0) throw new ExplainedError('it names nothing. Give it a value, or leave it out.');
  return found;
}
