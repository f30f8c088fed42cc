import type { Parameter } from '../../../contract/operation.ts';
import type { Probe } from '../../session/probe.ts';
import { subjectOf } from '../../session/subject.ts';
import type { PlanContext } from './define-check.ts';

/** A request with an invalid value of the first parameter that can be invalid; null if none can. */
export function malformedInput({ operation }: PlanContext): Probe | null {
  for (const parameter of operation.parameters) {
    const value = malformedValue(parameter);
    if (value === null) continue;
    if (parameter === subjectOf(operation)) return { user: value };
    if (parameter.in === 'query') return { query: [[parameter.name, value]] };
  }
  return null;
}

function malformedValue({ schema }: Parameter): string | null {
  if (schema.format === 'uuid') return 'not-a-uuid';
  if (schema.type === 'integer') return 'many';
  if (schema.type === 'boolean') return 'maybe';
  if (schema.enum !== undefined) return 'no-such-value';
  return null;
}
