import type { Provenance } from '../../contract/openapi-document.ts';
import type { ScenarioName } from '../../spec/scenarios.ts';
import type { VendorList } from '../../spec/vendors.ts';

/** One connection as the target lists it: nothing is known of its fields. */
export type Item = Readonly<Record<string, unknown>>;

/** What the contract of a vendor does not say. Fields are named as in the contract. */
export interface VendorRules<OperationId extends string = string> {
  /** The rules of each operation that lists connections, by its operationId. */
  readonly lists: { readonly [Id in OperationId]?: Omit<ListRules, keyof VendorList> };
  /** Fields whose values are about a person. */
  readonly personal: readonly string[];
  /** The scenario users of a `--sandbox` run. The first is asked most: it has several items, and letters in its id. */
  readonly sandboxUsers: readonly ScenarioName[];
  /** By scenario, the example that has the total of a list which no example of the contract shows whole. */
  readonly countedBy?: Readonly<Partial<Record<ScenarioName, string>>>;
}

/** What a schema does not say of a list of connections, with where its items are and what identifies them. */
export interface ListRules extends Pick<VendorList, 'itemsAt' | 'identity'> {
  /** The components of the schemas of the list and of an item, for the place of a finding. */
  readonly listSchema: string;
  readonly itemSchema: string;
  /** Whether the identity is unique everywhere, and not only in its list. */
  readonly identityIsGlobal: boolean;
  /** A field of which no two items of a user have the same value; null if there is none. */
  readonly onePerUser: string | null;
  /** The field that names the owner; null if items do not name it. */
  readonly owner: string | null;
  readonly workspace: string | null;
  readonly slug: string;
  readonly status: string;
  /** Pairs of times of which the first is never later than the second, as pointers into an item, and who says so. */
  readonly timesInOrder: readonly (readonly [string, string, Provenance])[];
  /** Times that are never in the future, as pointers into an item. */
  readonly pastTimes: readonly string[];
  /** The order of the list, newest first by this field, then by identity. Decided by this project. */
  readonly newestBy: string;
  /** The field of which the lower comes first if `newestBy` is the same; null if nothing is said about that. */
  readonly tiesBy: string | null;
  /** The parameters and fields of paging; null if the list is not paged. */
  readonly paging: Paging | null;
}

/** How a list is paged. */
export interface Paging {
  readonly skip: string;
  readonly limit: string;
  readonly total: string;
  readonly page: string;
  readonly size: string;
}

/** A pointer's value in an item; undefined where nothing stands there. */
export function valueAt(item: unknown, pointer: string): unknown {
  let found = item;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
