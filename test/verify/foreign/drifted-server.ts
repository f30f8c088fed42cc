import { correctSteps, startForeignServer } from './correct-server.ts';
import { north, south } from './two-tenants.ts';

/** The fields of a connection that Open Wearables' newest public server adds to those of the page. */
export const addedFields = {
  icon_url: 'https://cdn.example.com/icons/whoop.svg',
  max_historical_days: 30,
  rest_pull: true,
  webhook_stream: false,
  webhook_ping: true,
  webhook_callback: false,
  live_sync_mode: 'webhook',
  linked_user_ids: [],
};

/** Starts a server that differs from Open Wearables' page in the same way as the newest public server. */
export function startDriftedServer() {
  return startForeignServer({
    ...correctSteps,
    // This server never compresses.
    route: (request) => {
      delete request.headers['accept-encoding'];
      return correctSteps.route(request);
    },
    admit({ request }) {
      const key = request.headers['x-open-wearables-api-key'];
      return [north, south].find(({ keys }) => keys['open-wearables'] === key) ?? null;
    },
    rows: (parsed, person) => correctSteps.rows(parsed, person).map((row) => ({ ...row, ...addedFields })),
    finish: (reply) => (reply.status === 404 ? { status: 200, body: [] } : reply),
  });
}
