import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { expectedCheck } from './expected.ts';
import { filterChecks } from './filters.ts';
import { identityChecks, ownershipChecks } from './identity.ts';
import { orderCheck } from './order.ts';
import { pageNumbersCheck } from './page-numbers.ts';
import { pageChecks } from './pages.ts';
import { repeatedCheck } from './repeated.ts';
import { sameItemsCheck } from './same-items.ts';
import { stabilityChecks } from './stability.ts';
import { timeChecks } from './times.ts';

/** What lists mean, checked by comparing the target's own answers. */
export function meaningChecks(context: ListContext): Check[] {
  return [
    ...identityChecks(context),
    ...stabilityChecks(context),
    expectedCheck(context),
    ...filterChecks(context),
    ...pageChecks(context),
    repeatedCheck(context),
    // These check the answers to the requests of the other checks.
    ...ownershipChecks(context),
    ...timeChecks(context),
    sameItemsCheck(context),
    ...(context.rules.paging === null ? [] : [pageNumbersCheck(context, context.rules.paging)]),
    ...(context.strict ? [orderCheck(context)] : []),
  ];
}
