import type { Operation, Parameter } from '../../../contract/operation.ts';
import { checkResultOf } from '../../session/check-result.ts';
import { fetchListing } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';

/** How FastAPI reads a query: repeated parameters, and parameters that are not declared. */
export function queryChecks(context: PlanContext): Check[] {
  const { operation, framework, rules } = context;
  if (framework !== 'fastapi') return [];
  const repeated = operation.parameters.flatMap((parameter) => {
    const { name, rule, schema } = parameter;
    // Only for lists is it known which enum values give different answers.
    const hasValues = schema.type === 'integer' || (schema.enum !== undefined && rules !== null);
    if (parameter.in !== 'query' || !hasValues) return [];
    return defineCheck(context, {
      group: 'input',
      name: `${name}.repeated`,
      title: `If ${name} is repeated, the last value wins`,
      rule,
      provenance: 'public',
      why: "The vendor's framework uses the last value; with the first value clients get another page or filter.",
      fix: 'Use the last value of a repeated parameter.',
      needs: ['user'],
      baseline: 'items',
      run: async (session) => {
        const pair = await twoValues(session, parameter);
        if (pair === null)
          return {
            inconclusive: `no item of the user has a documented ${name}; name a user with such an item (--user)`,
          };
        const [first, last] = pair;
        const probe = { query: [[name, first] as const, [name, last] as const] };
        const reference = { query: [[name, last] as const] };
        const violation = await sameAnswerViolation(session, probe, reference, rule, 'public');
        return checkResultOf(violation);
      },
    });
  });
  const unknown = defineCheck(context, {
    group: 'input',
    name: 'unknown-parameter',
    title: 'An unknown query parameter is ignored',
    rule: operation.rule,
    provenance: 'public',
    why: "The vendor's framework ignores them, and clients and proxies add their own parameters.",
    fix: 'Ignore query parameters that are not in the contract.',
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

/** Parameters that this operation does not have. Other operations have some of them. */
function unknownTo({ parameters }: Operation): readonly (readonly [string, string])[] {
  const candidates = [
    ['skip', '1'],
    ['limit', '1'],
    ['offset', '1'],
    ['page', '2'],
    ['status', 'error'],
  ] as const;
  const others = candidates.filter(([name]) => !parameters.some((parameter) => parameter.name === name));
  return [['no_such_parameter', 'yes'], ...others];
}

/** Two valid values that return different answers; null if the user's list has none. */
async function twoValues(
  session: Session,
  { name, schema }: Parameter,
): Promise<readonly [string, string] | null> {
  if (schema.type === 'integer') {
    const least = schema.minimum ?? 0;
    return [String(least + 1), String(least)];
  }
  const occurring = (await fetchListing(session, {}))?.items.map((item) => item[name]) ?? [];
  const last = schema.enum?.find((value) => occurring.includes(value));
  const first = schema.enum?.find((value) => value !== last);
  return last === undefined || first === undefined ? null : [String(first), String(last)];
}
