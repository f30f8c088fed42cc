import type { Check } from '../kit/check.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { enumChecks } from './enum.ts';
import { integerChecks } from './integer.ts';
import { anyQueryChecks } from './query.ts';
import { textChecks } from './text.ts';
import { uuidChecks } from './uuid.ts';

/** What is taken and what is refused, for each parameter by its schema. */
export function inputChecks(context: PlanContext): Check[] {
  const ofParameters = context.operation.parameters.flatMap((parameter) => {
    const { schema } = parameter;
    // Another one in the path keeps the value that the contract shows: what it stands for is not known here.
    if (parameter.in === 'path' && parameter.name !== 'user_id') return [];
    if (parameter.in === 'path') {
      return schema.format === 'uuid' ? uuidChecks(context, parameter) : textChecks(context, parameter);
    }
    if (parameter.in !== 'query') return [];
    if (schema.type === 'integer') return integerChecks(context, parameter);
    if (schema.enum !== undefined) return enumChecks(context, parameter);
    return [];
  });
  return [...ofParameters, ...anyQueryChecks(context)];
}
