import type { Vendor } from '../../../spec/vendors.ts';
import type { Paging } from './paging.ts';
import type { Row } from './rows.ts';
import { north, south, type Tenant } from './two-tenants.ts';

const newestBy = {
  'open-wearables': 'updated_at',
  junction: 'created_on',
  mielto: 'created_at',
} as const satisfies Record<Vendor, string>;

/** The tenant with this key of an API; null if there is none. */
export function tenantWithKey(api: Vendor, key: string | undefined): Tenant | null {
  return [north, south].find(({ keys }) => keys[api] === key) ?? null;
}

/** What a request for a list asks for. */
export interface ListRequest {
  readonly api: Vendor;
  readonly tenant: Tenant;
  /** A UUID in lower case; at Mielto any text. */
  readonly id: string;
  readonly workspace?: string | undefined;
}

/** All rows of a user in the order that this project has decided; null if the tenant does not have the user. */
export function storedRows({ api, tenant, id, workspace = tenant.workspace }: ListRequest): Row[] | null {
  if (workspace !== tenant.workspace) return null;
  const person = tenant.people.find(({ uuid, name }) => (api === 'mielto' ? name : uuid) === id);
  const field = newestBy[api];
  return (
    person?.rows[api].toSorted(
      (one, other) => compare(other[field], one[field]) || compare(one.id, other.id),
    ) ?? null
  );
}

/** One page of rows as Mielto returns it. */
export function pageOf(rows: readonly Row[], { skip, limit, filters }: Paging) {
  const matching = rows.filter((row) => filters.every(([name, value]) => row[name] === value));
  return {
    connections: matching.slice(skip, skip + limit),
    total: matching.length,
    page: Math.floor(skip / limit) + 1,
    size: limit,
  };
}

/** The same rows, with their times written in this zone. */
export function inZone(rows: readonly Row[], zone: 'Z' | '+00:00'): Row[] {
  const times = /(?<="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})(?:Z|\+0\d:00)(?=")/g;
  return JSON.parse(JSON.stringify(rows).replace(times, zone));
}

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  return String(one) < String(other) ? -1 : 1;
}
