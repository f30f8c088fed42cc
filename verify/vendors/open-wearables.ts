import type { components as components06 } from '../../generated/open-wearables.0-6.ts';
import type { components, operations } from '../../generated/open-wearables.ts';
import type { VendorRules } from './vendor-rules.ts';

type Field = keyof components['schemas']['OpenWearablesConnection'];
type Field06 = keyof components06['schemas']['OpenWearablesConnection'];

/** Open Wearables' list is a plain array and not paged. Each item has the id of its owner. */
export const openWearables = {
  lists: {
    listOpenWearablesConnections: {
      listSchema: 'OpenWearablesConnectionList' satisfies keyof components['schemas'],
      itemSchema: 'OpenWearablesConnection' satisfies keyof components['schemas'],
      identityIsGlobal: true,
      identitySource: 'page',
      onePerUser: 'provider' satisfies Field,
      owner: 'user_id' satisfies Field,
      workspace: null,
      slug: 'provider' satisfies Field,
      status: 'status' satisfies Field,
      timesInOrder: [['/created_at', '/updated_at', 'decided']] satisfies [
        `/${Field}`,
        `/${Field}`,
        'decided',
      ][],
      pastTimes: ['/created_at', '/updated_at', '/last_synced_at'] satisfies `/${Field}`[],
      timesOrNull: ['/last_synced_at'] satisfies `/${Field}`[],
      newestBy: 'updated_at' satisfies Field,
      tiesBy: null,
      paging: null,
    },
  },
  editions: {
    '0-6': {
      listOpenWearablesConnections: { newestBy: 'created_at' satisfies Field06, acceptsUuidNotations: true },
    },
  },
  values: { user_id: { operationId: 'listOpenWearablesUsers', at: '/items/*/id' } },
  personal: ['provider_user_id', 'provider_username'] satisfies Field[],
  acceptsTokens: true,
  sandboxUsers: ['page-example', 'every-state', 'every-error', 'awkward-text', 'never-synced'],
} as const satisfies VendorRules<keyof operations>;
