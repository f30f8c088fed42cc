import { createMieltoClient, type MieltoConnection } from '../../../client/mielto.ts';
import type { Advice, Platform } from './platform.ts';

const adviceFor: Readonly<Record<MieltoConnection['status'], Advice>> = {
  active: 'nothing',
  testing: 'nothing',
  inactive: 'connect-again',
  expired: 'connect-again',
  error: 'connect-again',
};

/** Mielto, with Slack as the integration. */
export function createMieltoPlatform(options: { baseUrl: string; key: string }): Platform {
  const client = createMieltoClient(options);

  async function connectionsOf(userId: string): Promise<MieltoConnection[]> {
    const { data, response } = await client.GET('/api/v1/connections/users/{user_id}', {
      params: { path: { user_id: userId } },
    });
    if (data !== undefined) return data.connections.filter(({ integration }) => integration === 'slack');
    // Mielto creates a user with its first link.
    if (response.status === 404) return [];
    throw new Error(`The connections were not listed: the status is ${response.status}.`);
  }

  async function remove(connections: readonly MieltoConnection[]): Promise<void> {
    for (const { id } of connections) {
      await client.DELETE('/api/v1/connections/{connection_id}', { params: { path: { connection_id: id } } });
    }
  }

  return {
    // Mielto takes the application's own id of a person.
    async ensureUser(person) {
      return person;
    },

    async startLink(userId, returnTo) {
      const body = { integration_id: 'slack', user_id: userId, redirect_uri: returnTo };
      const { data, response } = await client.POST('/api/v1/oauth/initiate', { body });
      if (data === undefined) throw new Error(`The link was not started: the status is ${response.status}.`);
      return data.auth_url;
    },

    async finishLink(userId, query) {
      if (query.get('status') !== 'success') {
        const reason = query.get('error_description') ?? 'The link has failed.';
        return { kind: 'failed', advice: 'connect-again', reason };
      }
      // Each link makes another connection, so the ones before are removed.
      const connected = query.get('connection_id');
      await remove((await connectionsOf(userId)).filter(({ id }) => id !== connected));
      return { kind: 'connected' };
    },

    async listAccounts(userId) {
      const connections = await connectionsOf(userId);
      return connections.map(({ integration, status }) => ({
        provider: integration,
        advice: adviceFor[status],
      }));
    },

    async disconnect(userId) {
      await remove(await connectionsOf(userId));
    },
  };
}
