import type { Vendor } from '../spec/vendors.ts';
import type { CheckDescription } from '../verify/results/outcome.ts';
import { planRun } from '../verify/verify.ts';

/** Every check of these APIs, or those that are chosen; nothing is asked of any target. */
export function allChecks(
  vendors: readonly Vendor[],
  chosen: {
    readonly checks?: readonly string[];
    readonly excludeChecks?: readonly string[];
    readonly strict?: boolean;
  } = {},
): readonly CheckDescription[] {
  const apis = vendors.map((vendor) => ({ vendor, key: '', users: [] }));
  return planRun({ strict: true, ...chosen, baseUrl: 'http://127.0.0.1', apis }).checks;
}
