import type { operations } from '../../generated/mielto.ts';
import type { Handlers } from '../api/api.ts';
import { mieltoStatuses, presentMielto, shownByMielto } from './mielto-connection.ts';
import { mieltoNotFound, workspaceOf } from './mielto-workspace.ts';
import { shownStates } from './status-column.ts';
import type { VendorCaller } from './vendor-api.ts';

export const mieltoListHandlers: Handlers<
  Pick<operations, 'listMieltoConnections'>,
  VendorCaller,
  'skip' | 'limit'
> = {
  async listMieltoConnections(request, { store }) {
    const publicId = workspaceOf(request);
    const { workspaceId } = request.caller;
    const { skip, limit, status, integration_type: integrationType } = request.query;
    const list = await store.listConnections(
      {
        vendor: 'mielto',
        newestBy: 'created_at',
        fields: shownByMielto,
        ...(status === undefined ? {} : { states: shownStates(mieltoStatuses, status) }),
        ofOneType: integrationType !== undefined,
      },
      { workspaceId, userId: request.path.user_id, integrationType: integrationType ?? null, skip, limit },
    );
    if (list === null) throw mieltoNotFound();
    const body = {
      connections: list.connections.map((connection) => presentMielto(connection, publicId)),
      total: list.total,
      page: Math.floor(skip / limit) + 1,
      size: limit,
    };
    return { status: 200, body };
  },
};
