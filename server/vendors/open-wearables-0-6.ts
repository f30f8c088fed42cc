// The edition 0-6 of Open Wearables' API: the answers of its public server 0.6, where they differ from the page.
import type { components, operations } from '../../generated/open-wearables.0-6.ts';
import type { Handlers } from '../api/api.ts';
import type { Connection } from '../model/connection.ts';
import { type Instant, writtenInUtc } from '../model/instant.ts';
import { renderDetailError } from './detail-error.ts';
import { linkedUsers } from './linked-users.ts';
import {
  type DefaultedInOpenWearables,
  developerAnswer,
  presentOpenWearables,
  shownFields,
} from './open-wearables.ts';
import { firstFaultText } from './open-wearables-fault-text.ts';
import { createOauthHandlers } from './open-wearables-oauth.ts';
import { providerSync } from './open-wearables-sync.ts';
import { createSyncHandlers } from './open-wearables-sync-handlers.ts';
import { createUserHandlers } from './open-wearables-users.ts';
import { type StatusColumn, shownStatus } from './status-column.ts';
import type { VendorApi, VendorCaller } from './vendor-api.ts';

type OpenWearablesConnection = components['schemas']['OpenWearablesConnection'];

const edition = '0-6';

/** The server never sets `expired`: a token that cannot be refreshed is `revoked`, and other errors change nothing. */
const statuses: StatusColumn<OpenWearablesConnection['status']> = {
  active: 'active',
  testing: 'active',
  inactive: 'revoked',
  expired: 'revoked',
  revoked: 'revoked',
  error: {
    provider_credential_error: 'revoked',
    provider_password_expired: 'revoked',
    unknown: 'active',
    user_not_found: 'revoked',
    required_scopes_not_granted: 'revoked',
    webhook_registration_failed: 'active',
  },
};

const handlers: Handlers<operations, VendorCaller, DefaultedInOpenWearables> = {
  ...createUserHandlers({ writeTime: withMicroseconds, statuses, edition }),
  ...createOauthHandlers({ edition }),
  ...createSyncHandlers({ edition }),
  async listOpenWearablesConnections({ caller: { workspaceId }, path }, { store }) {
    const list = await store.listConnections(
      { vendor: 'open-wearables', edition, newestBy: 'created_at', fields: shownFields },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    // An unknown user looks like one without connections.
    const connections = list?.connections ?? [];
    const linked = await linkedUsers({ store, workspaceId, connections, isActive });
    const body = connections.map((connection) =>
      presentOpenWearables06(connection, linked.get(connection.id)),
    );
    return { status: 200, body };
  },
};

function isActive(connection: Pick<Connection, 'state' | 'cause'>): boolean {
  return shownStatus(statuses, connection) === 'active';
}

/** Open Wearables' API as its public server 0.6 answers. */
export const openWearables06: VendorApi = {
  handlers,
  statuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      // With the key in another header, the server sees none.
      unauthenticated: developerAnswer(problem) ?? {
        status: 401,
        body: { detail: 'Authentication required: provide JWT token or API key' },
      },
      notFound: 'Not Found',
      methodNotAllowed: 'Method Not Allowed',
      invalid: (faults) => ({ status: 400, body: { detail: firstFaultText(faults) } }),
    }),
};

/** A connection as the public server 0.6 shows it. `linkedUserIds` are the other users of the same external account. */
export function presentOpenWearables06(
  connection: Pick<Connection, (typeof shownFields)[number]>,
  linkedUserIds: readonly string[] = [],
): OpenWearablesConnection {
  const base = presentOpenWearables(connection);
  const status = shownStatus(statuses, connection);
  const { lastSyncedAt, createdAt, updatedAt } = connection;
  return {
    ...base,
    status,
    last_synced_at: lastSyncedAt === null ? null : withMicroseconds(lastSyncedAt),
    created_at: withMicroseconds(createdAt),
    updated_at: withMicroseconds(updatedAt),
    ...providerSync(base.provider),
    linked_user_ids: status === 'active' && base.provider_user_id !== null ? [...linkedUserIds] : [],
  };
}

/** The moment with six decimals, or none if they are all zero. */
function withMicroseconds(instant: Instant): string {
  return writtenInUtc(instant, 'Z').replace(/(\.\d{3})Z$/, '$1000Z');
}
