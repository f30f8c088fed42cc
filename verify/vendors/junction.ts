import type { components, operations } from '../../generated/junction.ts';
import type { VendorRules } from './vendor-rules.ts';

type Field = keyof components['schemas']['JunctionProvider'];

/** Junction's list is not paged. Its items have no id and no owner. */
export const junction = {
  lists: {
    listJunctionProviders: {
      listSchema: 'JunctionProviderList' satisfies keyof components['schemas'],
      itemSchema: 'JunctionProvider' satisfies keyof components['schemas'],
      identityIsGlobal: false,
      identitySource: 'decided',
      onePerUser: null,
      owner: null,
      workspace: null,
      slug: 'slug' satisfies Field,
      status: 'status' satisfies Field,
      timesInOrder: [['/created_on', '/error_details/errored_at', 'decided']],
      pastTimes: ['/created_on', '/error_details/errored_at'],
      timesOrNull: [],
      newestBy: 'created_on' satisfies Field,
      tiesBy: null,
      paging: null,
    },
  },
  values: {
    user_id: { operationId: 'listJunctionUsers', at: '/users/*/user_id' },
    client_user_id: { operationId: 'getJunctionUser', at: '/client_user_id' },
  },
  personal: ['external_user_id'] satisfies Field[],
  sandboxUsers: [
    'page-example',
    'every-state',
    'every-error',
    'junction-connected',
    'junction-deregistered',
    'awkward-text',
    'never-synced',
  ],
} as const satisfies VendorRules<keyof operations>;
