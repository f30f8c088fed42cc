import { ExplainedError } from '../../contract/explained-error.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { type TextFormat, textFormats } from './text-formats.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Names that users choose themselves, such as for values that a merge key refers to. They are ignored. */
export const ownNames: JsonSchema = { '^x-': {} };

/** Parses the text of a flag or an environment variable. */
export interface FlagType<Value> {
  /**
   * Parses a text. A list adds it to `before`, the value of the same flag so far. Throws an `ExplainedError` that says
   * what is wrong. The message does not repeat the text, which can be a secret.
   */
  read(text: string, before?: Value): Value;
  /** All possible values, if they can be listed. */
  readonly choices?: readonly string[];
}

/** A type that a configuration can also have. */
export interface ValueType<Value> extends FlagType<Value> {
  /**
   * A function if the schema depends on the API: on the statuses in its contract, of which null means any, or on its
   * name. It returns null if a configuration of that API cannot have the setting.
   */
  readonly schema:
    | JsonSchema
    | ((statuses: readonly string[] | null, vendor: Vendor | null) => JsonSchema | null);
  /** Combines the values of flag and configuration. Without it, the flag overrides the configuration. */
  merge?(flag: Value, config: Value): Value;
}

/** True if the flag is present or its variable is `true` or `1`. */
export const toggle: ValueType<boolean> = {
  read(value) {
    if (value === 'true' || value === '1') return true;
    if (value === 'false' || value === '0') return false;
    throw new ExplainedError('it must be true or false.');
  },
  schema: { type: 'boolean' },
};

/** A text of `min` (1) to `max` characters. */
export function text(
  options: { readonly min?: number; readonly max?: number; readonly format?: TextFormat } = {},
): ValueType<string> {
  const { min = 1, max, format } = options;
  return {
    read(value) {
      const length = [...value].length;
      if (length < min) throw new ExplainedError('it is empty.');
      if (max !== undefined && length > max)
        throw new ExplainedError(`it is longer than ${max} characters. Shorten it.`);
      const fault = format === undefined ? null : textFormats[format](value);
      if (fault !== null) throw new ExplainedError(fault);
      return value;
    },
    schema: {
      type: 'string',
      ...(min === 0 ? {} : { minLength: min }),
      ...(max === undefined ? {} : { maxLength: max }),
      ...(format === undefined ? {} : { format }),
    },
  };
}

/** A whole number in a range. */
export function integer(min: number, max: number): ValueType<number> {
  return {
    read: (value) => numberIn(value, /^\d{1,15}$/, `a whole number from ${min} to ${max}`, min, max),
    schema: { type: 'integer', minimum: min, maximum: max },
  };
}

/** A number in a range, with or without decimals. */
export function number(min: number, max: number): ValueType<number> {
  return {
    read: (value) => numberIn(value, /^\d{1,9}(?:\.\d+)?$/, `a number from ${min} to ${max}`, min, max),
    schema: { type: 'number', minimum: min, maximum: max },
  };
}

function numberIn(text: string, form: RegExp, description: string, min: number, max: number): number {
  const value = Number(text);
  if (form.test(text) && value >= min && value <= max) return value;
  throw new ExplainedError(`it must be ${description}.`);
}

/** One of a few words. */
export function oneOf<const Choice extends string>(...choices: readonly Choice[]): ValueType<Choice> {
  return {
    read(value) {
      const found = choices.find((choice) => choice === value);
      if (found !== undefined) return found;
      throw new ExplainedError(`it must be ${alternatives(choices)}.`);
    },
    choices,
    schema: { type: 'string', enum: choices },
  };
}

/** The words as a list in text, with `or` before the last. */
export function alternatives(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

/** A list of distinct values. Each text adds to it. */
export function listOf<Item>(items: (text: string) => readonly Item[]): FlagType<readonly Item[]> {
  return {
    read: (value, before = []) => [
      ...new Map([...before, ...items(value)].map((item) => [JSON.stringify(item), item])).values(),
    ],
  };
}

/** A list of words, separated by commas or given as several arguments. */
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
  if (found.length === 0) throw new ExplainedError('it is empty. Set a value, or omit it.');
  return found;
}
