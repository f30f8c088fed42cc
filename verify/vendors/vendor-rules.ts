import type { Provenance } from '../../contract/openapi-document.ts';

/** One connection as the target lists it: nothing is known of its fields. */
export type Item = Readonly<Record<string, unknown>>;

/** What a schema does not say of a vendor's lists. Fields are named as in the contract. */
export interface VendorRules {
  /** The operation that these rules are about. */
  readonly operationId: string;
  /** Where the items stand in the body, as a pointer. */
  readonly itemsAt: '' | `/${string}`;
  /** The components of the schemas of the list and of an item, for the place of a finding. */
  readonly listSchema: string;
  readonly itemSchema: string;
  /** The fields that together tell an item from the others of its list. */
  readonly identity: readonly string[];
  /** Whether that identity is one in the whole world, and not just in its list. */
  readonly identityIsGlobal: boolean;
  /** A field of which no two items of a user have the same value; null where there is none. */
  readonly onePerUser: string | null;
  /** The field that names the owner; null where items do not name them. */
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
  /** The field of which the lower comes first where that is the same; null where nothing is said of it. */
  readonly tiesBy: string | null;
  /** Fields whose values are about a person. */
  readonly personal: readonly string[];
  /** The fields beside the items that tell of paging; null where the list is not paged. */
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
