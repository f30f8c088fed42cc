import type { Operation, Parameter } from '../../../contract/operation.ts';
import { checkResultOf } from '../../session/check-result.ts';
import { recallListing } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';

/** How FastAPI reads a whole query: parameters that are given twice, and those that are not declared. */
export function anyQueryChecks(context: PlanContext): Check[] {
  const { operation, framework, rules } = context;
  if (framework !== 'fastapi') return [];
  const repeated = operation.parameters.flatMap((parameter) => {
    const { name, rule, schema } = parameter;
    // Which values of an enumeration give different answers is known of a list alone.
    const hasValues = schema.type === 'integer' || (schema.enum !== undefined && rules !== null);
    if (parameter.in !== 'query' || !hasValues) return [];
    return defineCheck(context, {
      group: 'input',
      name: `${name}.repeated`,
      title: `Where ${name} stands twice, the last one counts`,
      rule,
      provenance: 'public',
      why: "It is what the vendor's framework does; a server that takes the first shows another page or filter.",
      fix: 'Read the last of repeated parameters.',
      needs: ['user'],
      baseline: 'items',
      run: async (session) => {
        const pair = await twoValues(session, parameter);
        if (pair === null)
          return { inconclusive: `no two values of ${name} give different lists of this user` };
        const [first, last] = pair;
        const probe = { query: [[name, first] as const, [name, last] as const] };
        const like = { query: [[name, last] as const] };
        const violation = await sameAnswerViolation(session, probe, like, rule, 'public');
        return checkResultOf(violation);
      },
    });
  });
  const unknown = defineCheck(context, {
    group: 'input',
    name: 'unknown-parameter',
    title: 'A parameter that nobody knows is ignored',
    rule: operation.rule,
    provenance: 'public',
    why: "It is what the vendor's framework does; clients and proxies add parameters of their own.",
    fix: 'Ignore query parameters that the contract does not name.',
    needs: ['user'],
    baseline: 'items',
    run: async (session) => {
      const violation = await sameAnswerViolation(
        session,
        { query: unknownTo(operation) },
        {},
        operation.rule,
        'public',
      );
      return checkResultOf(violation);
    },
  });
  return [...repeated, unknown];
}

/** Names that this operation does not have, of which some mean something elsewhere. */
function unknownTo({ parameters }: Operation): readonly (readonly [string, string])[] {
  const elsewhere = [
    ['skip', '1'],
    ['limit', '1'],
    ['offset', '1'],
    ['page', '2'],
    ['status', 'error'],
  ] as const;
  const others = elsewhere.filter(([name]) => !parameters.some((parameter) => parameter.name === name));
  return [['no_such_parameter', 'yes'], ...others];
}

/** Two valid values that are answered differently; null where the user's list has none. */
async function twoValues(
  session: Session,
  { name, schema }: Parameter,
): Promise<readonly [string, string] | null> {
  if (schema.type === 'integer') {
    const least = schema.minimum ?? 0;
    return [String(least + 1), String(least)];
  }
  const occurring = (await recallListing(session, {}))?.items.map((item) => item[name]) ?? [];
  const last = schema.enum?.find((value) => occurring.includes(value));
  const first = schema.enum?.find((value) => value !== last);
  return last === undefined || first === undefined ? null : [String(first), String(last)];
}
