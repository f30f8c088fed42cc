import type { Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { wholeList, wholeListQuery } from '../../session/whole-list.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { filterParameters } from '../kit/filter-parameters.ts';
import { filterPagingCheck } from './filter-paging-check.ts';
import { combinedCheck } from './filters-combined.ts';

/** What each filter lists, alone and combined with the others. */
export function filterChecks(context: ListContext): Check[] {
  const filters = filterParameters(context);
  return [
    ...filters.flatMap((filter) => [soundCheck(context, filter), completeCheck(context, filter)]),
    ...(context.rules.paging === null ? [] : filters.map((filter) => filterPagingCheck(context, filter))),
    ...(filters.length < 2 ? [] : [combinedCheck(context, filters)]),
  ];
}

function partsOf({ rule, provenance }: Parameter) {
  return { group: 'meaning', rule, provenance, needs: ['user'] } as const;
}

function soundCheck(context: ListContext, filter: Parameter): Check {
  const { name } = filter;
  return defineCheck(context, {
    ...partsOf(filter),
    name: `filter-${name}-sound`,
    title: `The filter ${name} lists only matching items`,
    why: 'Clients show a filtered list without checking it again.',
    fix: `Apply ${name} in the query that selects the items.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, filtered, violations }) => {
        for (const [index, item] of (filtered ?? []).entries()) {
          if (item[name] === value) continue;
          violations.push({
            at: `${context.rules.itemsAt}/${index}/${name}`,
            expected: value,
            actual: session.options.redactor.show(item[name], `/${name}`),
            rule: filter.rule,
            provenance: filter.provenance,
            probe,
          });
        }
      }),
  });
}

function completeCheck(context: ListContext, filter: Parameter): Check {
  const { name } = filter;
  return defineCheck(context, {
    ...partsOf(filter),
    name: `filter-${name}-complete`,
    title: `The filter ${name} lists all matching items`,
    why: 'Clients cannot see the items that a filter leaves out.',
    fix: `Compare ${name} with the value that the list shows.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, whole, filtered, violations }) => {
        if (filtered === null) {
          const exchange = await session.askOnce(probe);
          violations.push({
            at: '',
            expected: `200 with all items whose ${name} is ${value}`,
            actual: answerText(session, exchange),
            rule: filter.rule,
            // Only this project has decided that no match is an empty page and not an error.
            provenance: whole.some((item) => item[name] === value) ? filter.provenance : 'decided',
            probe,
          });
          return;
        }
        const listed = new Set(filtered.map((item) => identityOf(session, item)));
        const matching = whole.filter((item) => item[name] === value);
        const missing = matching.filter((item) => !listed.has(identityOf(session, item)));
        if (missing.length === 0) return;
        violations.push({
          at: context.rules.itemsAt,
          expected: `all ${matching.length} items whose ${name} is ${value}`,
          actual: `${filtered.length} items, ${missing.length} of the expected ones missing`,
          rule: filter.rule,
          provenance: filter.provenance,
          probe,
        });
      }),
  });
}

interface Filtered {
  readonly probe: Probe;
  readonly value: string;
  readonly whole: readonly Item[];
  /** Null if the answer is not a list. */
  readonly filtered: readonly Item[] | null;
  readonly violations: Violation[];
}

/** For how many users each value is requested. */
const maxUsers = 2;

/** Requests each value that the items of a user have, and one value that they do not have. */
async function eachValue(
  session: Session,
  { name, schema }: Parameter,
  check: (filtered: Filtered) => Promise<void>,
): Promise<CheckResult> {
  const violations: Violation[] = [];
  const asked = new Map<string, number>();
  let checked = 0;
  for (const { id } of session.options.target.users) {
    const whole = (await wholeList(session, id)) ?? [];
    if (whole.length === 0) continue;
    const values = (schema.enum ?? []).map(String);
    const occurring = values.filter((value) => whole.some((item) => item[name] === value));
    const absent = values.filter((value) => !occurring.includes(value)).slice(0, 1);
    for (const value of [...occurring, ...absent]) {
      const filters = [[name, value] as const];
      // Each user is requested with at least one value, because a fault may concern one user.
      if ((asked.get(value) ?? 0) >= maxUsers && value !== occurring[0] && occurring.includes(value))
        continue;
      asked.set(value, (asked.get(value) ?? 0) + 1);
      checked += 1;
      // If all items of the user fit on a page of the default size, one request is enough.
      const isShort = whole.length < defaultPageSize(session);
      const query = isShort ? filters : wholeListQuery(session, filters);
      const filtered = isShort
        ? ((await fetchListing(session, { user: id, query }))?.items ?? null)
        : await wholeList(session, id, filters);
      await check({ probe: { user: id, query }, value, whole, filtered, violations });
    }
  }
  return checked === 0
    ? {
        inconclusive: `no item of these users has a documented ${name}; name a user with such an item (--user)`,
      }
    : { checked, violations };
}

/** How many items a page without a limit contains; infinite if lists are not paged. */
function defaultPageSize({ options: { operation, rules } }: Session): number {
  const paging = rules?.paging ?? null;
  if (paging === null) return Number.POSITIVE_INFINITY;
  const limit = operation.parameters.find(({ name }) => name === paging.limit);
  return Number(limit?.schema.default ?? 0);
}
