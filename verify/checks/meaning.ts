import type { Check } from '../run/check.ts';
import type { PlanContext } from './define-check.ts';
import { expectedCheck } from './meaning-expected.ts';
import { filterChecks } from './meaning-filters.ts';
import { identityChecks, ownershipChecks } from './meaning-identity.ts';
import { orderCheck } from './meaning-order.ts';
import { pageNumbersCheck } from './meaning-page-numbers.ts';
import { pageChecks } from './meaning-pages.ts';
import { sameItemsCheck } from './meaning-same-items.ts';
import { stabilityChecks } from './meaning-stability.ts';
import { timeChecks } from './meaning-times.ts';

/** What lists mean, found by comparing the target's own answers. */
export function meaningChecks(context: PlanContext): Check[] {
  return [
    ...identityChecks(context),
    ...stabilityChecks(context),
    expectedCheck(context),
    ...filterChecks(context),
    ...pageChecks(context),
    // These judge what the others have asked for.
    ...ownershipChecks(context),
    ...timeChecks(context),
    sameItemsCheck(context),
    ...(context.rules.paging === null ? [] : [pageNumbersCheck(context, context.rules.paging)]),
    ...(context.strict ? [orderCheck(context)] : []),
  ];
}
