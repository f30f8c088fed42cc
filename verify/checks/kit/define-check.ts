import type { Contract } from '../../../contract/contract.ts';
import type { Operation } from '../../../contract/operation.ts';
import type { Vendor, VendorEntry } from '../../../spec/vendors.ts';
import type { CheckDescription, CheckGroup } from '../../results/outcome.ts';
import type { ListRules } from '../../vendors/vendor-rules.ts';
import type { Baseline } from './baseline.ts';
import type { Check } from './check.ts';

/** What checks are planned from: it is data, and nothing is asked of the target. */
export interface PlanContext {
  readonly vendor: Vendor;
  /** What the vendor's server is made with: FastAPI reads a query in ways of its own. */
  readonly framework: VendorEntry['framework'];
  readonly contract: Contract;
  readonly operation: Operation;
  /** Null if the operation does not list connections. */
  readonly rules: ListRules | null;
  /** Judges also what only this project has decided, and no other server needs to share. */
  readonly strict: boolean;
}

/** What the checks of a list of connections are planned from. */
export interface ListContext extends PlanContext {
  readonly rules: ListRules;
}

/** A refusal says something beside a list that is answered, and a tenant's border beside items; the rest judge what came. */
const usualBaseline: Readonly<Record<CheckGroup, Baseline>> = {
  authentication: 'list',
  input: 'list',
  meaning: null,
  isolation: 'items',
  transport: null,
  shape: null,
  leaks: null,
};

type CheckParts = Omit<CheckDescription, 'id' | 'vendor' | 'operationId'> &
  Partial<Pick<Check, 'needs' | 'intrusive' | 'baseline' | 'observe'>> &
  Pick<Check, 'run'> & { readonly name: string };

/** The id of a check. It names the operation always, so that it stays the same when a contract gets another one. */
export function checkId({ vendor, operation }: PlanContext, group: CheckGroup, name: string): string {
  return `${vendor}.${operation.id}.${group}.${name}`;
}

/** A check of this API, with its id. */
export function defineCheck(context: PlanContext, parts: CheckParts): Check {
  const { name, needs = [], intrusive = false, baseline = usualBaseline[parts.group], ...rest } = parts;
  const id = checkId(context, rest.group, name);
  const { vendor, operation } = context;
  return { ...rest, id, vendor, operationId: operation.id, needs, intrusive, baseline };
}
