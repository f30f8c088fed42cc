import type { ContractParameter } from '../contract/api-contract.ts';
import type { Check, Judgement, Violation } from '../run/check.ts';
import { identityOf, recallListing } from '../run/listing.ts';
import type { Probe, Session } from '../run/session.ts';
import { wholeList } from '../run/whole-list.ts';
import type { Item } from '../vendors/vendor-rules.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { combinedCheck } from './meaning-filters-combined.ts';

/** Each parameter that filters by a field of the items: it has that field's name, and a list of values. */
export function filterChecks(context: PlanContext): Check[] {
  const fields = itemFields(context);
  const filters = context.operation.parameters.filter(
    ({ name, in: place, schema }) => place === 'query' && schema.enum !== undefined && fields.includes(name),
  );
  return [
    ...filters.flatMap((filter) => [soundCheck(context, filter), completeCheck(context, filter)]),
    ...(context.rules.paging === null ? [] : filters.map((filter) => beforePagingCheck(context, filter))),
    ...(filters.length < 2 ? [] : [combinedCheck(context, filters)]),
  ];
}

function itemFields({ contract, rules }: PlanContext): string[] {
  const schema: unknown = contract.document.components.schemas?.[rules.itemSchema];
  return typeof schema === 'object' && schema !== null && 'properties' in schema
    ? Object.keys(schema.properties ?? {})
    : [];
}

function partsOf({ place, provenance }: ContractParameter) {
  return { group: 'meaning', place, provenance, needs: ['user'] } as const;
}

function soundCheck(context: PlanContext, filter: ContractParameter): Check {
  const { name } = filter;
  return defineCheck(context, {
    ...partsOf(filter),
    name: `filter-${name}-sound`,
    title: `The filter ${name} lists nothing but what matches`,
    why: 'A client shows what it has filtered without looking again.',
    mend: `Apply ${name} in the query that lists.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, filtered, violations }) => {
        for (const [index, item] of filtered.entries()) {
          if (item[name] === value) continue;
          violations.push({
            pointer: `${context.rules.itemsAt}/${index}/${name}`,
            expected: value,
            actual: session.options.confidentiality.show(item[name], `/${name}`),
            place: filter.place,
            provenance: filter.provenance,
            probe,
          });
        }
      }),
  });
}

function completeCheck(context: PlanContext, filter: ContractParameter): Check {
  const { name } = filter;
  return defineCheck(context, {
    ...partsOf(filter),
    name: `filter-${name}-complete`,
    title: `The filter ${name} lists everything that matches`,
    why: 'What a filter leaves out is lost to the client.',
    mend: `Compare ${name} with the value as it is written.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, whole, filtered, violations }) => {
        const listed = new Set(filtered.map((item) => identityOf(session, item)));
        const matching = whole.filter((item) => item[name] === value);
        const missing = matching.filter((item) => !listed.has(identityOf(session, item)));
        if (missing.length === 0) return;
        violations.push({
          pointer: context.rules.itemsAt,
          expected: `all ${matching.length} items whose ${name} is ${value}`,
          actual: `${filtered.length}, without ${missing.length} of them`,
          place: filter.place,
          provenance: filter.provenance,
          probe,
        });
      }),
  });
}

function beforePagingCheck(context: PlanContext, filter: ContractParameter): Check {
  const { name } = filter;
  const { paging } = context.rules;
  return defineCheck(context, {
    ...partsOf(filter),
    name: `filter-${name}-before-paging`,
    title: `The filter ${name} is applied before the list is cut into pages`,
    why: 'Else a page looks empty although more follow.',
    mend: 'Filter first, then skip and limit.',
    run: async (session): Promise<Judgement> => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const { id } of session.options.target.users) {
        const whole = (await wholeList(session, id)) ?? [];
        const later = whole.find((item) => item[name] !== whole[0]?.[name]);
        if (later === undefined) continue;
        judged += 1;
        const query = [[name, String(later[name])] as const, [paging?.limit ?? 'limit', '1'] as const];
        const listing = await recallListing(session, { user: id, query });
        if (listing === null || listing.items.length === 1) continue;
        violations.push({
          pointer: context.rules.itemsAt,
          expected: 'one item, for one matches',
          actual: `${listing.items.length} items`,
          place: filter.place,
          provenance: filter.provenance,
          probe: { user: id, query },
        });
      }
      return judged === 0 ? { inconclusive: `no user's items differ in ${name}` } : { judged, violations };
    },
  });
}

interface Filtered {
  readonly probe: Probe;
  readonly value: string;
  readonly whole: readonly Item[];
  readonly filtered: readonly Item[];
  readonly violations: Violation[];
}

/** Asks for each value that a user's items have, and for one that they do not have. */
async function eachValue(
  session: Session,
  { name, schema }: ContractParameter,
  judge: (filtered: Filtered) => Promise<void>,
): Promise<Judgement> {
  const violations: Violation[] = [];
  let judged = 0;
  for (const { id } of session.options.target.users) {
    const whole = (await wholeList(session, id)) ?? [];
    if (whole.length === 0) continue;
    const values = (schema.enum ?? []).map(String);
    const occurring = values.filter((value) => whole.some((item) => item[name] === value));
    const absent = values.filter((value) => !occurring.includes(value)).slice(0, 1);
    for (const value of [...occurring, ...absent]) {
      const filters = [[name, value] as const];
      const filtered = await wholeList(session, id, filters);
      if (filtered === null) continue;
      judged += 1;
      await judge({ probe: { user: id, query: filters }, value, whole, filtered, violations });
    }
  }
  return judged === 0
    ? { inconclusive: `no item of these users has a documented ${name}` }
    : { judged, violations };
}
