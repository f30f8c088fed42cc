import type { Vendor } from '../../../spec/vendors.ts';
import { isObject, type Json, type JsonObject } from '../../proxy/json.ts';

/** Where a vendor's list stands, and what the fields that every vendor has are called there. */
interface ListShape {
  /** The field that holds the array; null where the body is the array. */
  readonly array: string | null;
  /** What was connected. */
  readonly slug: string;
  readonly madeAt: string;
  /** A field that may hold any text. */
  readonly text: string;
  /** A field that has to be there, and that is told last. */
  readonly late: string;
}

/** How each vendor writes a list. */
export const listShapes: Readonly<Record<Vendor, ListShape>> = {
  'open-wearables': {
    array: null,
    slug: 'provider',
    madeAt: 'created_at',
    text: 'scope',
    late: 'updated_at',
  },
  junction: {
    array: 'providers',
    slug: 'slug',
    madeAt: 'created_on',
    text: 'external_user_id',
    late: 'resource_availability',
  },
  mielto: {
    array: 'connections',
    slug: 'integration',
    madeAt: 'created_at',
    text: 'label',
    late: 'credential_id',
  },
};

/** The connections in a list's body; null where it is no such body. */
export function itemsIn(vendor: Vendor, body: Json | undefined): readonly JsonObject[] | null {
  const { array } = listShapes[vendor];
  const items = array === null ? body : isObject(body) ? body[array] : undefined;
  return Array.isArray(items) && items.every(isObject) ? items : null;
}

/** The same body with other connections. */
export function withItems(vendor: Vendor, body: Json, items: Json): Json {
  const { array } = listShapes[vendor];
  return array === null || !isObject(body) ? items : { ...body, [array]: items };
}

/** A list with nothing in it. */
export function emptyList(vendor: Vendor): Json {
  switch (vendor) {
    case 'open-wearables':
      return [];
    case 'junction':
      return { providers: [] };
    case 'mielto':
      return { connections: [], total: 0, page: 1, size: 100 };
    default:
      return vendor satisfies never;
  }
}
