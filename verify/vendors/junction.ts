import type { components, operations } from '../../generated/junction.ts';
import type { VendorRules } from './vendor-rules.ts';

type Field = keyof components['schemas']['JunctionProvider'];

/** Junction's lists: not paged, items without an id or an owner. */
export const junction = {
  operationId: 'listJunctionProviders' satisfies keyof operations,
  itemsAt: '/providers' satisfies `/${keyof components['schemas']['JunctionProviderList']}`,
  listSchema: 'JunctionProviderList' satisfies keyof components['schemas'],
  itemSchema: 'JunctionProvider' satisfies keyof components['schemas'],
  identity: ['slug'] satisfies Field[],
  identityIsGlobal: false,
  onePerUser: null,
  owner: null,
  workspace: null,
  slug: 'slug' satisfies Field,
  status: 'status' satisfies Field,
  timesInOrder: [['/created_on', '/error_details/errored_at', 'decided']],
  pastTimes: ['/created_on', '/error_details/errored_at'],
  newestBy: 'created_on' satisfies Field,
  tiesBy: null,
  personal: ['external_user_id'] satisfies Field[],
  paging: null,
} as const satisfies VendorRules;
