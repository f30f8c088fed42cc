import type { Parameter } from '../../../contract/operation.ts';
import type { PlanContext } from './define-check.ts';

/** The parameters that filter by a field of the items. Each has the name of the field, and an enum. */
export function filterParameters({ contract, operation, rules }: PlanContext): readonly Parameter[] {
  const schema: unknown = contract.document.components.schemas?.[rules?.itemSchema ?? ''];
  const fields =
    typeof schema === 'object' && schema !== null && 'properties' in schema
      ? Object.keys(schema.properties ?? {})
      : [];
  return operation.parameters.filter(
    ({ name, in: location, schema: { enum: values } }) =>
      location === 'query' && values !== undefined && fields.includes(name),
  );
}
