import { unicodeInteger } from '../unicode-integer.ts';
import { inGroups, type Pydantic } from './pydantic.ts';
import { pythonUuid } from './python-uuid.ts';

/** Pydantic 1, which uses the constructors of Python: `int` and `UUID`. */
export const pydantic1: Pydantic = {
  utc: '+00:00',
  uuid(loc, text) {
    const digits = pythonUuid(text);
    if (digits !== null) return { value: inGroups(digits) };
    return { error: { loc, msg: 'value is not a valid uuid', type: 'type_error.uuid' } };
  },
  integer(loc, text, { least, most }) {
    const written = text.trim();
    if (!/^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(written)) {
      return { error: { loc, msg: 'value is not a valid integer', type: 'type_error.integer' } };
    }
    const value = unicodeInteger(written.replaceAll('_', ''));
    if (value >= least && value <= most) return { value };
    const [words, type, limit] =
      value < least ? (['greater', 'ge', least] as const) : (['less', 'le', most] as const);
    return {
      error: {
        loc,
        msg: `ensure this value is ${words} than or equal to ${limit}`,
        type: `value_error.number.not_${type}`,
        ctx: { limit_value: limit },
      },
    };
  },
  choice(loc, text, choices) {
    if (choices.includes(text)) return { value: text };
    const permitted = choices.map((choice) => `'${choice}'`).join(', ');
    return {
      error: {
        loc,
        msg: `value is not a valid enumeration member; permitted: ${permitted}`,
        type: 'type_error.enum',
        ctx: { enum_values: choices },
      },
    };
  },
};
