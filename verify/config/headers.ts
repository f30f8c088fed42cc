import { ExplainedError } from '../../contract/explained-error.ts';
import { textFormats } from './text-formats.ts';
import type { ValueType } from './value-types.ts';

/** Headers by name: each flag adds one to those of the configuration. */
export const headers: ValueType<Readonly<Record<string, string>>> = {
  read(line, before = {}) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new ExplainedError("it has to be 'Name: value'.");
    const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    const fault = textFormats['header-name'](name) ?? textFormats['header-value'](value);
    if (fault !== null) throw new ExplainedError(fault);
    return { ...before, [name]: value };
  },
  merge: (flag, config) => ({ ...config, ...flag }),
  schema: {
    description: 'Headers to send with each request, by name.',
    type: 'object',
    propertyNames: { format: 'header-name' },
    additionalProperties: { type: 'string', format: 'header-value' },
  },
};
