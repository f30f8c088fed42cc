// Open Wearables' API: the answers of its operations, and how it shows states and errors.
import type { components, operations } from '../../generated/open-wearables.ts';
import type { Answer } from '../api/answer.ts';
import type { Handlers } from '../api/api.ts';
import { type Problem, ProblemError } from '../api/problem.ts';
import type { Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError } from './detail-error.ts';
import { faultTexts } from './open-wearables-fault-text.ts';
import { createOauthHandlers } from './open-wearables-oauth.ts';
import { createSyncHandlers } from './open-wearables-sync-handlers.ts';
import type { DefaultedInPage } from './open-wearables-user-page.ts';
import { createUserHandlers } from './open-wearables-users.ts';
import { type StatusColumn, shownStatus } from './status-column.ts';
import type { VendorApi, VendorCaller } from './vendor-api.ts';

/** The parameters that have defaults, which the validator fills in. */
export type DefaultedInOpenWearables =
  | DefaultedInPage
  | 'enabled_only'
  | 'cloud_only'
  | 'message'
  | 'async'
  | 'data_type';

type OpenWearablesConnection = components['schemas']['OpenWearablesConnection'];

/** The fields of a connection that Open Wearables shows. */
export const shownFields = [
  'id',
  'userId',
  'provider',
  'externalId',
  'externalUsername',
  'grantedScopes',
  'state',
  'cause',
  'lastSyncedAt',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Connection)[];

/** Open Wearables has three states. An error is shown as the state with the same remedy. */
const statuses: StatusColumn<OpenWearablesConnection['status']> = {
  active: 'active',
  testing: 'active',
  inactive: 'revoked',
  expired: 'expired',
  revoked: 'revoked',
  error: {
    provider_credential_error: 'expired',
    provider_password_expired: 'expired',
    unknown: 'expired',
    user_not_found: 'revoked',
    required_scopes_not_granted: 'revoked',
    // The token still works.
    webhook_registration_failed: 'active',
  },
};

const handlers: Handlers<operations, VendorCaller, DefaultedInOpenWearables> = {
  ...createUserHandlers({ writeTime: (instant) => writtenInUtc(instant, 'Z'), statuses }),
  ...createOauthHandlers(),
  ...createSyncHandlers(),
  async listOpenWearablesConnections({ caller: { workspaceId }, path }, { store }) {
    const list = await store.listConnections(
      { vendor: 'open-wearables', newestBy: 'updated_at', fields: shownFields },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found', what: 'user' });
    return { status: 200, body: list.connections.map(presentOpenWearables) };
  },
};

/** Open Wearables' API. */
export const openWearables: VendorApi = {
  handlers,
  statuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: developerAnswer(problem) ?? {
        status: 401,
        body: { detail: 'Invalid or missing API key' },
      },
      notFound: 'User not found',
      invalid: (faults) => ({ status: 400, body: { detail: faultTexts(faults) } }),
    }),
};

/** The answer to a request without the developer's token that the operation needs; null for any other problem. */
export function developerAnswer(problem: Problem): Answer | null {
  if (problem.kind !== 'unauthenticated' || problem.scheme?.type !== 'http') return null;
  return {
    status: 401,
    body: { detail: 'Could not validate credentials' },
    headers: { 'WWW-Authenticate': 'Bearer' },
  };
}

/** A connection as Open Wearables shows it. */
export function presentOpenWearables(
  connection: Pick<Connection, (typeof shownFields)[number]>,
): OpenWearablesConnection {
  return {
    id: connection.id,
    user_id: connection.userId,
    provider: providerCatalogue.get(connection.provider)?.slugs['open-wearables'] ?? connection.provider,
    provider_user_id: connection.externalId,
    provider_username: connection.externalUsername,
    scope: connection.grantedScopes,
    status: shownStatus(statuses, connection),
    last_synced_at: connection.lastSyncedAt === null ? null : writtenInUtc(connection.lastSyncedAt, 'Z'),
    created_at: writtenInUtc(connection.createdAt, 'Z'),
    updated_at: writtenInUtc(connection.updatedAt, 'Z'),
  };
}
