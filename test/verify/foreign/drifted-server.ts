import { correctHabits, startForeignServer } from './correct-server.ts';
import { north, south } from './two-tenants.ts';

/** What Open Wearables' newest public server tells of a connection beyond the page. */
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

/** A server that has moved on from Open Wearables' page as the newest public one has. */
export function startDriftedServer() {
  return startForeignServer({
    ...correctHabits,
    // It compresses nothing.
    route: (request) => {
      delete request.headers['accept-encoding'];
      return correctHabits.route(request);
    },
    admit({ request }) {
      const key = request.headers['x-open-wearables-api-key'];
      return [north, south].find(({ keys }) => keys['open-wearables'] === key) ?? null;
    },
    rows: (asked, person) => correctHabits.rows(asked, person).map((row) => ({ ...row, ...addedFields })),
    finish: (reply) => (reply.status === 404 ? { status: 200, body: [] } : reply),
  });
}
