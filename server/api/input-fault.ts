import type { InputFault } from './problem.ts';

/** A fault as express-openapi-validator reports it. */
export interface ValidatorError {
  /** Such as `/query/limit`. */
  readonly path: string;
  readonly message: string;
  /** Such as `maximum.openapi.validation`. */
  readonly errorCode?: string;
}

const places: Readonly<Record<string, InputFault['in']>> = {
  params: 'path',
  query: 'query',
  headers: 'header',
  body: 'body',
};

/** Converts a fault to our wording, with the code of the vendors' framework. */
export function inputFault({ path, message, errorCode = '' }: ValidatorError): InputFault {
  const [, place = '', ...rest] = path.split('/');
  const where = places[place] ?? 'body';
  const name = where === 'body' ? ['', ...rest].join('/') : rest.join('/');
  return { in: where, name, ...reworded(errorCode.replace(/\.openapi\.validation$/, ''), message) };
}

function reworded(keyword: string, message: string): Pick<InputFault, 'code' | 'message'> {
  const last = message.split(' ').at(-1);
  switch (keyword) {
    case 'format':
      return message.includes('"uuid"')
        ? { code: 'uuid_parsing', message: 'must be a UUID' }
        : { code: 'format', message };
    case 'type':
      return message === 'must be integer'
        ? { code: 'int_parsing', message: 'must be an integer' }
        : { code: 'type', message };
    case 'minimum':
      return { code: 'greater_than_equal', message: `must be at least ${last}` };
    case 'maximum':
      return { code: 'less_than_equal', message: `must be at most ${last}` };
    // The contracts use this keyword only for the names of secrets.
    case 'not':
      return { code: 'secret_name', message: 'must not contain a key that names a secret' };
    case 'enum':
      return {
        code: 'enum',
        message: message.replace('must be equal to one of the allowed values', 'must be one of'),
      };
    default:
      return { code: keyword === '' ? 'invalid' : keyword, message };
  }
}
