import { inGroups, type Loc, type Pydantic } from './pydantic.ts';
import { rustUuid } from './rust-uuid.ts';

/**
 * Pydantic 2, which reports the input of each error. FastAPI also showed the address of its explanation at first.
 */
export function pydantic2({ url = false }: { readonly url?: boolean } = {}): Pydantic {
  const refused = (type: string, loc: Loc, msg: string, input: string, ctx?: object) => ({
    error: {
      type,
      loc,
      msg,
      input,
      ...(ctx === undefined ? {} : { ctx }),
      ...(url ? { url: `https://errors.pydantic.dev/2.5/v/${type}` } : {}),
    },
  });
  return {
    utc: 'Z',
    uuid(loc, text) {
      const read = rustUuid(text);
      if ('digits' in read) return { value: inGroups(read.digits) };
      const { fault: error } = read;
      return refused('uuid_parsing', loc, `Input should be a valid UUID, ${error}`, text, { error });
    },
    integer(loc, text, { least, most }) {
      if (!/^[+-]?\d+(?:_\d+)*(?:\.0+)?$/.test(text.trim())) {
        const msg = 'Input should be a valid integer, unable to parse string as an integer';
        return refused('int_parsing', loc, msg, text);
      }
      const value = Number(text.replaceAll('_', ''));
      if (value < least) {
        const msg = `Input should be greater than or equal to ${least}`;
        return refused('greater_than_equal', loc, msg, text, { ge: least });
      }
      if (value <= most) return { value };
      return refused('less_than_equal', loc, `Input should be less than or equal to ${most}`, text, {
        le: most,
      });
    },
    choice(loc, text, choices) {
      if (choices.includes(text)) return { value: text };
      const expected = choices
        .map((choice) => `'${choice}'`)
        .join(', ')
        .replace(/, (?='[^']*'$)/, ' or ');
      return refused('enum', loc, `Input should be ${expected}`, text, { expected });
    },
  };
}
