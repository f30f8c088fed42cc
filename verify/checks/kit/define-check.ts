import type { Contract } from '../../../contract/contract.ts';
import type { Operation } from '../../../contract/operation.ts';
import type { VendorEntry } from '../../../spec/vendor-entry.ts';
import type { Vendor } from '../../../spec/vendors.ts';
import type { CheckDescription, CheckGroup } from '../../results/outcome.ts';
import type { ListRules } from '../../vendors/vendor-rules.ts';
import type { Baseline } from './baseline.ts';
import type { Check } from './check.ts';

/** The data from which checks are planned. Planning sends no requests. */
export interface PlanContext {
  readonly vendor: Vendor;
  /** The edition that is checked; none for the contract of the vendor's page. */
  readonly edition?: string;
  /** The entry of the vendor, or of the edition that is checked. */
  readonly entry: VendorEntry;
  /** False if each key gives access to all users, so that there is nothing to isolate between tenants. */
  readonly hasTenants: boolean;
  /** False if the servers that the contract describes refuse HEAD. */
  readonly answersHead: boolean;
  /** The framework of the vendor's server. FastAPI reads a query in its own way. */
  readonly framework: VendorEntry['framework'];
  readonly contract: Contract;
  readonly operation: Operation;
  /** Null if the operation does not list connections. */
  readonly rules: ListRules | null;
  /** True if every tenant reads the same, such as the requirements of an integration. */
  readonly isShared: boolean;
  /** Where the answer has the ids of users, as a pointer with `*`; null if it does not list users. */
  readonly usersAt: string | null;
  /** Also plans the checks of rules that only this project has decided. */
  readonly strict: boolean;
}

/** The data from which the checks of a list of connections are planned. */
export interface ListContext extends PlanContext {
  readonly rules: ListRules;
}

/** A refusal is conclusive only if the list can be read, and isolation only if the list has items. */
const defaultBaseline: Readonly<Record<CheckGroup, Baseline>> = {
  authentication: 'list',
  input: 'list',
  meaning: null,
  isolation: 'items',
  transport: null,
  shape: null,
  leaks: null,
};

type CheckParts = Omit<CheckDescription, 'id' | 'vendor' | 'edition' | 'operationId'> &
  Partial<
    Pick<Check, 'needs' | 'intrusive' | 'baseline' | 'observe' | 'ownsResponse' | 'holdsForEveryResponse'>
  > &
  Pick<Check, 'run'> & { readonly name: string };

/** The id of a check. It always names the operation, so it does not change when a contract gets another operation. */
export function checkId({ vendor, operation }: PlanContext, group: CheckGroup, name: string): string {
  return `${vendor}.${operation.id}.${group}.${name}`;
}

/** Completes a check of this API with its id and defaults. */
export function defineCheck(context: PlanContext, parts: CheckParts): Check {
  const { name, needs = [], intrusive = false, baseline = defaultBaseline[parts.group], ...rest } = parts;
  const id = checkId(context, rest.group, name);
  const { vendor, edition, operation } = context;
  const api = { vendor, ...(edition === undefined ? {} : { edition }) };
  return { ...rest, ...api, id, operationId: operation.id, needs, intrusive, baseline };
}
