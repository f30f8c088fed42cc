import type { Provenance } from '../../contract/openapi-document.ts';
import type { ScenarioName } from '../../spec/scenarios.ts';
import type { VendorList } from '../../spec/vendor-entry.ts';

/** One connection as the target lists it. Its fields are not validated. */
export type Item = Readonly<Record<string, unknown>>;

/** Facts about a vendor that its contract does not state. Field names are those of the contract. */
export interface VendorRules<OperationId extends string = string> {
  /** The rules of each operation that lists connections, by its operationId. */
  readonly lists: { readonly [Id in OperationId]?: Omit<ListRules, keyof VendorList> };
  /** By edition, what is different from `lists` in each operation. */
  readonly editions?: {
    readonly [edition: string]: { readonly [Id in OperationId]?: Partial<Omit<ListRules, keyof VendorList>> };
  };
  /** By the name of a path parameter, where other operations return its values. */
  readonly values?: Readonly<Record<string, ValueSource<OperationId>>>;
  /** Fields whose values are about a person. */
  readonly personal: readonly string[];
  /** True if a developer's bearer token is accepted in place of a key. It is a JSON Web Token. */
  readonly acceptsTokens?: true;
  /** The scenario users of a `--sandbox` run. The first is used most: it has several items, and letters in its id. */
  readonly sandboxUsers: readonly ScenarioName[];
  /** By scenario, the example with the total of a list that no example shows completely. */
  readonly countedBy?: Readonly<Partial<Record<ScenarioName, string>>>;
}

/** Where the values of a path parameter are found. */
export interface ValueSource<OperationId extends string = string> {
  readonly operationId: OperationId;
  /** The pointer to the values in the answer. `*` is every entry of a list. */
  readonly at: `/${string}`;
  /** True if the values are the same for every tenant, such as the ids of integrations. */
  readonly isShared?: true;
}

/** Facts about a list of connections that its schema does not state, with the position and identity of its items. */
export interface ListRules extends Pick<VendorList, 'itemsAt' | 'identity'> {
  /** The schema components of the list and of an item, which findings refer to. */
  readonly listSchema: string;
  readonly itemSchema: string;
  /** Whether the identity is unique among all users, not only in its list. */
  readonly identityIsGlobal: boolean;
  /** The source of the rule that the identity is unique in a list. */
  readonly identitySource: Provenance;
  /** A field whose value is different in all items of a user; null if there is none. */
  readonly onePerUser: string | null;
  /** The field with the owner's id; null if items have none. */
  readonly owner: string | null;
  readonly workspace: string | null;
  readonly slug: string;
  readonly status: string;
  /** Pairs of times, as pointers into an item, with their provenance. The first is never later than the second. */
  readonly timesInOrder: readonly (readonly [string, string, Provenance])[];
  /** Times that are never in the future, as pointers into an item. No page states it. */
  readonly pastTimes: readonly string[];
  /** Times that are null if there is none, by the vendor's page. The page rules out placeholders for them. */
  readonly timesOrNull: readonly string[];
  /** The list is sorted by this field, newest first, then by identity. Decided by this project. */
  readonly newestBy: string;
  /** The field that sorts items with the same `newestBy`, in ascending order; null if their order is not specified. */
  readonly tiesBy: string | null;
  /** True if a UUID without hyphens, in braces or as a URN is the same id. */
  readonly acceptsUuidNotations?: boolean;
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

/** The value at a pointer into an item; undefined if there is none. */
export function valueAt(item: unknown, pointer: string): unknown {
  let found = item;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** The texts at a pointer in which `*` is every entry of a list. */
export function textsAt(body: unknown, pointer: string): readonly string[] {
  const [before = '', ...rest] = pointer.split('/*');
  const found = valueAt(body, before);
  if (rest.length === 0) return typeof found === 'string' ? [found] : [];
  return Array.isArray(found) ? found.flatMap((entry) => textsAt(entry, rest.join('/*'))) : [];
}
