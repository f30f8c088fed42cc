import type { Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { identityOf, recallListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { wholeList, wholeListQuery } from '../../session/whole-list.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { filterParameters } from '../kit/filter-parameters.ts';
import { filterPagingCheck } from './filter-paging-check.ts';
import { combinedCheck } from './filters-combined.ts';

/** What each filter lists, by itself and with the others. */
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
    title: `The filter ${name} lists nothing but what matches`,
    why: 'A client shows what it has filtered without looking again.',
    fix: `Apply ${name} in the query that lists.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, filtered, violations }) => {
        for (const [index, item] of (filtered ?? []).entries()) {
          if (item[name] === value) continue;
          violations.push({
            at: `${context.rules.itemsAt}/${index}/${name}`,
            expected: value,
            actual: session.options.confidentiality.show(item[name], `/${name}`),
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
    title: `The filter ${name} lists everything that matches`,
    why: 'What a filter leaves out is lost to the client.',
    fix: `Compare ${name} with the value as it is written.`,
    run: (session) =>
      eachValue(session, filter, async ({ probe, value, whole, filtered, violations }) => {
        if (filtered === null) {
          const exchange = await session.recall(probe);
          violations.push({
            at: '',
            expected: `200 with the items whose ${name} is ${value}, if there are any`,
            actual: answerText(session, exchange),
            rule: filter.rule,
            // That nothing is an empty page and no error is this project's decision.
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
          actual: `${filtered.length}, without ${missing.length} of them`,
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
  /** Null where the answer is no list. */
  readonly filtered: readonly Item[] | null;
  readonly violations: Violation[];
}

/** So many users are asked for by each value. */
const mostUsers = 2;

/** Asks for each value that a user's items have, and for one that they do not have. */
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
      // Each user is asked for by one value at least: a fault may be one user's.
      if ((asked.get(value) ?? 0) >= mostUsers && value !== occurring[0] && occurring.includes(value))
        continue;
      asked.set(value, (asked.get(value) ?? 0) + 1);
      checked += 1;
      // Where all items of the user fit on a page of the usual size, no more is asked for.
      const isShort = whole.length < usualPage(session);
      const query = isShort ? filters : wholeListQuery(session, filters);
      const filtered = isShort
        ? ((await recallListing(session, { user: id, query }))?.items ?? null)
        : await wholeList(session, id, filters);
      await check({ probe: { user: id, query }, value, whole, filtered, violations });
    }
  }
  return checked === 0
    ? { inconclusive: `no item of these users has a documented ${name}` }
    : { checked, violations };
}

/** How many items a page holds that is asked for without a limit; any number where lists are not paged. */
function usualPage({ options: { operation, rules } }: Session): number {
  const paging = rules?.paging ?? null;
  if (paging === null) return Number.POSITIVE_INFINITY;
  const limit = operation.parameters.find(({ name }) => name === paging.limit);
  return Number(limit?.schema.default ?? 0);
}
