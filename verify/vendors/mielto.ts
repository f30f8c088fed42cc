import type { components, operations } from '../../generated/mielto.ts';
import type { VendorRules } from './vendor-rules.ts';

type Field = keyof components['schemas']['MieltoConnection'];
type ListField = keyof components['schemas']['MieltoConnectionList'];
type Query = keyof NonNullable<operations['listMieltoConnections']['parameters']['query']>;

/** Mielto's list is paged and filtered. Each item has the ids of its owner and its workspace. */
export const mielto = {
  lists: {
    listMieltoConnections: {
      listSchema: 'MieltoConnectionList' satisfies keyof components['schemas'],
      itemSchema: 'MieltoConnection' satisfies keyof components['schemas'],
      identityIsGlobal: true,
      identitySource: 'decided',
      onePerUser: null,
      owner: 'user_id' satisfies Field,
      workspace: 'workspace_id' satisfies Field,
      slug: 'integration' satisfies Field,
      status: 'status' satisfies Field,
      timesInOrder: [['/created_at', '/updated_at', 'decided']] satisfies [
        `/${Field}`,
        `/${Field}`,
        'decided',
      ][],
      pastTimes: ['/created_at', '/updated_at'] satisfies `/${Field}`[],
      timesOrNull: [],
      newestBy: 'created_at' satisfies Field,
      tiesBy: 'id' satisfies Field,
      paging: {
        skip: 'skip' satisfies Query,
        limit: 'limit' satisfies Query,
        total: 'total' satisfies ListField,
        page: 'page' satisfies ListField,
        size: 'size' satisfies ListField,
      },
    },
  },
  values: {
    connection_id: { operationId: 'listMieltoConnections', at: '/connections/*/id' },
    integration_id: {
      operationId: 'listMieltoConnections',
      at: '/connections/*/integration',
      isShared: true,
    },
  },
  personal: ['label', 'config', 'created_by', 'credential_id'] satisfies Field[],
  sandboxUsers: ['every-state', 'every-integration-type', 'page-example', 'many-connections'],
  countedBy: { 'many-connections': 'first-page-of-many' },
} as const satisfies VendorRules<keyof operations>;
