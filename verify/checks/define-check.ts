import type { ApiContract, ContractOperation } from '../contract/api-contract.ts';
import type { CheckDescription } from '../outcome.ts';
import type { Check } from '../run/check.ts';
import type { VendorRules } from '../vendors/vendor-rules.ts';

/** What checks are planned from: it is data, and nothing is asked of the target. */
export interface PlanContext {
  readonly contract: ApiContract;
  readonly operation: ContractOperation;
  readonly rules: VendorRules;
  /** Judges also what only this project has decided, and no other server needs to share. */
  readonly strict: boolean;
}

type CheckParts = Omit<CheckDescription, 'id' | 'vendor'> &
  Partial<Pick<Check, 'needs' | 'intrusive' | 'observe'>> &
  Pick<Check, 'run'> & { readonly name: string };

/** A check of this API, with its id. */
export function defineCheck({ contract }: PlanContext, parts: CheckParts): Check {
  const { name, needs = [], intrusive = false, ...rest } = parts;
  return {
    ...rest,
    id: `${contract.vendor}.${rest.group}.${name}`,
    vendor: contract.vendor,
    needs,
    intrusive,
  };
}
