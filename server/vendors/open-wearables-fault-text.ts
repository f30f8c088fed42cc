import type { InputFault } from '../api/problem.ts';
import { uuidFault } from './uuid-fault.ts';

/** All faults of a request, each with the name of its field, in plain words. */
export function faultTexts(faults: readonly InputFault[]): string {
  const texts = faults.map((fault) => `${fault.name === '' ? 'body' : fault.name}: ${plainText(fault)}`);
  return [...new Set(texts)].join('; ');
}

function plainText(fault: InputFault): string {
  const { code, message } = fault;
  if (isEmail(fault) && code !== 'type' && code !== 'required') return 'must be an e-mail address';
  switch (code) {
    case 'required':
      return 'is required';
    case 'type':
      return message.replace(/^must be (boolean|string|object)(?:,null)?$/, (_, type) =>
        type === 'object' ? 'must be an object' : `must be a ${type}`,
      );
    case 'maxLength':
      return `must have at most ${numberIn(message)} characters`;
    case 'minLength':
      return 'must not be empty';
    case 'pattern':
      return 'must not contain NUL or half of a surrogate pair';
    default:
      return message;
  }
}

/**
 * The first fault alone, without the name of its field, in the words of the framework of Open Wearables' server. Its
 * reasons are written twice.
 */
export function firstFaultText(faults: readonly InputFault[]): string {
  const [first] = faults;
  return first === undefined ? '' : frameworkText(first);
}

function frameworkText(fault: InputFault): string {
  const { code, message, value } = fault;
  if (isEmail(fault) && code !== 'type' && code !== 'required')
    return 'value is not a valid email address: An email address must have an @-sign.';
  switch (code) {
    case 'required':
    case 'missing':
      return 'Field required';
    case 'uuid_parsing': {
      const reason = value === undefined ? null : uuidFault(value);
      return `Input should be a valid UUID${reason === null ? '' : `, ${reason} - ${reason}`}`;
    }
    case 'url_parsing': {
      const reason = 'relative URL without a base';
      return message === 'must be an absolute URL'
        ? `Input should be a valid URL, ${reason} - ${reason}`
        : `The URL ${message}`;
    }
    case 'int_parsing':
      return 'Input should be a valid integer, unable to parse string as an integer';
    case 'greater_than_equal':
      return `Input should be greater than or equal to ${numberIn(message)}`;
    case 'less_than_equal':
      return `Input should be less than or equal to ${numberIn(message)}`;
    case 'json_invalid':
      return `JSON decode error - ${message}`;
    case 'maxLength':
      return `String should have at most ${numberIn(message)} characters`;
    case 'minLength':
      return 'String should have at least 1 character';
    case 'pattern':
      return 'Input should be a valid string, without NUL or half of a surrogate pair';
    case 'enum':
      return `Input should be ${choice(message.replace(/^must be one of: /, '').split(', '))}`;
    case 'type':
      return typeText(message);
    default:
      return message;
  }
}

function typeText(message: string): string {
  if (message.includes('boolean')) return 'Input should be a valid boolean, unable to interpret input';
  if (message.includes('string')) return 'Input should be a valid string';
  return 'Input should be a valid dictionary or object to extract fields from';
}

function isEmail({ name }: InputFault): boolean {
  return name === 'email' || name === '/email';
}

function numberIn(message: string): string {
  return /\d+/.exec(message)?.[0] ?? '';
}

/** Such as `'asc' or 'desc'`. */
function choice(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}
