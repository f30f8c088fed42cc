import { subjectOf } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { booleanChecks } from './boolean.ts';
import { enumChecks } from './enum.ts';
import { integerChecks } from './integer.ts';
import { queryChecks } from './query.ts';
import { textChecks } from './text.ts';
import { uuidChecks } from './uuid.ts';

/** Which values of each parameter are accepted and refused, by its schema. */
export function inputChecks(context: PlanContext): Check[] {
  const ofParameters = context.operation.parameters.flatMap((parameter) => {
    const { schema } = parameter;
    if (parameter.in === 'path') {
      if (parameter !== subjectOf(context.operation)) return [];
      return schema.format === 'uuid' ? uuidChecks(context, parameter) : textChecks(context, parameter);
    }
    if (parameter.in !== 'query') return [];
    if (schema.type === 'integer') return integerChecks(context, parameter);
    if (schema.type === 'boolean') return booleanChecks(context, parameter);
    if (schema.enum !== undefined) return enumChecks(context, parameter);
    return [];
  });
  return [...ofParameters, ...queryChecks(context)];
}
