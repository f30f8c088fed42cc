import { ExplainedError } from '../../contract/explained-error.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { text, type ValueType } from './value-types.ts';

const value = text({ max: 512, format: 'well-formed' });

/** Values of path parameters by name. Each flag adds one value; the flags replace the values that a configuration has. */
export const parameterValues: ValueType<NonNullable<ApiTarget['parameters']>> = {
  read(line, before = {}) {
    const equals = line.indexOf('=');
    if (equals < 1) throw new ExplainedError('it must be name=value.');
    const [name, given] = [line.slice(0, equals), value.read(line.slice(equals + 1))];
    const known = before[name] ?? [];
    return { ...before, [name]: known.includes(given) ? known : [...known, given] };
  },
  merge: (flag, config) => ({ ...config, ...flag }),
  schema: {
    type: 'object',
    additionalProperties: { type: 'array', minItems: 1, items: value.schema },
  },
};
