import type { Contract } from '../../../contract/contract.ts';
import type { Operation } from '../../../contract/operation.ts';
import type { Vendor } from '../../../spec/vendors.ts';
import type { CheckDescription, CheckGroup } from '../../results/outcome.ts';
import type { VendorRules } from '../../vendors/vendor-rules.ts';
import type { Check } from './check.ts';
import type { Contrast } from './contrast.ts';

/** What checks are planned from: it is data, and nothing is asked of the target. */
export interface PlanContext {
  readonly vendor: Vendor;
  readonly contract: Contract;
  readonly operation: Operation;
  readonly rules: VendorRules;
  /** Judges also what only this project has decided, and no other server needs to share. */
  readonly strict: boolean;
}

/** A refusal says something beside a list that is answered, and a tenant's border beside items; the rest judge what came. */
const usualContrast: Readonly<Record<CheckGroup, Contrast>> = {
  authentication: 'list',
  input: 'list',
  meaning: null,
  isolation: 'items',
  transport: null,
  shape: null,
  leaks: null,
};

type CheckParts = Omit<CheckDescription, 'id' | 'vendor'> &
  Partial<Pick<Check, 'needs' | 'intrusive' | 'contrast' | 'observe'>> &
  Pick<Check, 'run'> & { readonly name: string };

/** The id of a check: the vendor's main operation is not named in it, any other is. */
export function checkId({ vendor, operation, rules }: PlanContext, group: CheckGroup, name: string): string {
  const where = operation.id === rules.operationId ? '' : `${operation.id}.`;
  return `${vendor}.${group}.${where}${name}`;
}

/** A check of this API, with its id. */
export function defineCheck(context: PlanContext, parts: CheckParts): Check {
  const { name, needs = [], intrusive = false, contrast = usualContrast[parts.group], ...rest } = parts;
  const id = checkId(context, rest.group, name);
  return { ...rest, id, vendor: context.vendor, needs, intrusive, contrast };
}
