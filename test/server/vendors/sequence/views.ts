import { expect } from 'vitest';
import { isUuid } from '../../../../contract/formats.ts';
import type { components } from '../../../../generated/sandbox.ts';
import { createIsListed, providerOf } from '../../../../server/model/provider-of.ts';
import { editionApis } from '../../../../server/vendors/edition-apis.ts';
import { shownStatus } from '../../../../server/vendors/status-column.ts';
import { vendorApis } from '../../../../server/vendors/vendor-apis.ts';
import { type Vendor, vendorNames } from '../../../../spec/vendors.ts';
import type { RawAnswer } from '../../../support/raw-http.ts';
import { statusesIn } from './statuses-in.ts';
import type { Edition, World } from './world.ts';

type Neutral = components['schemas']['SandboxConnection'];

const lists = {
  'open-wearables': 'GET /api/v1/users/{user_id}/connections',
  junction: 'GET /v2/user/providers/{user_id}',
  mielto: 'GET /api/v1/connections/users/{user_id}',
} as const satisfies Readonly<Record<Vendor, string>>;

/** Expects that each vendor lists what the status table says about the stored connections of each user. */
export async function expectViewsToAgree(world: World): Promise<void> {
  for (const userId of world.userIds) {
    const path = { workspace_id: world.id, user_id: userId };
    const list = 'GET /sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
    const stored = await world.call('sandbox', list, { path, query: { limit: '1000' } });
    for (const vendor of vendorNames) {
      const answer = await world.call(vendor, lists[vendor], { path: { user_id: userId } });
      const seen = { vendor, userId, status: answer.status, rows: statusesIn(answer.json) };
      expect(seen).toEqual({ vendor, userId, ...expected(vendor, userId, stored, world.edition) });
    }
    if (isUuid(userId)) await expectSameUser(world, userId, stored.status);
  }
}

/** The status of a vendor's list, and its rows. */
function expected(vendor: Vendor, userId: string, stored: RawAnswer, edition: Edition) {
  if (vendor !== 'mielto' && !isUuid(userId)) return { status: vendor === 'junction' ? 422 : 400, rows: [] };
  const isEdition = vendor === 'open-wearables' && edition !== undefined;
  // To the server of the edition, an unknown user looks like one without connections.
  if (stored.status === 404) return { status: isEdition ? 200 : 404, rows: [] };
  const { connections } = stored.json as { readonly connections: readonly Neutral[] };
  const isListed = createIsListed(vendor, isEdition ? edition : undefined);
  const api = (isEdition ? editionApis[vendor]?.[edition] : undefined) ?? vendorApis[vendor];
  const rows = connections.flatMap((connection) => {
    const { provider, integration_type: integrationType, state, cause, listed_as } = connection;
    const known = isListed({ provider, integrationType });
    const given = cause === null ? null : { type: cause.type, message: '', occurredAt: '' };
    const status = known ? shownStatus(api.statuses, { state, cause: given }) : null;
    if (!isEdition)
      expect([connection.id, vendor, listed_as[vendor]]).toEqual([connection.id, vendor, status]);
    const slug = providerOf({ provider, integrationType }).slugs[vendor] ?? provider;
    return status === null ? [] : [`${slug} ${status}`];
  });
  return { status: 200, rows: rows.sort() };
}

/** Expects that both APIs with users have this user, or neither. */
async function expectSameUser(world: World, userId: string, status: number): Promise<void> {
  const path = { user_id: userId };
  const junction = await world.call('junction', 'GET /v2/user/{user_id}', { path });
  const openWearables = await world.call('open-wearables', 'GET /api/v1/users/{user_id}', { path });
  expect([userId, junction.status, openWearables.status]).toEqual([userId, status, status]);
}
