import { createOpenWearablesClient, type OpenWearablesConnection } from '../../../client/open-wearables.ts';
import type { Advice, Platform } from './platform.ts';

const adviceFor: Readonly<Record<OpenWearablesConnection['status'], Advice>> = {
  active: 'nothing',
  expired: 'connect-again',
  revoked: 'connect-again',
};

/** Open Wearables, with Strava as the provider. */
export function createOpenWearablesPlatform(options: { baseUrl: string; key: string }): Platform {
  const client = createOpenWearablesClient(options);
  return {
    async ensureUser(person) {
      // A user with this id of the application is returned as it is.
      const { data, error } = await client.POST('/api/v1/users', { body: { external_user_id: person } });
      if (error !== undefined) throw new Error(`The user was not created: ${error.detail}`);
      return data.id;
    },

    async startLink(userId, returnTo) {
      const { data, error } = await client.GET('/api/v1/oauth/{provider}/authorize', {
        params: { path: { provider: 'strava' }, query: { user_id: userId, redirect_uri: returnTo } },
      });
      if (error !== undefined) throw new Error(`The link was not started: ${error.detail}`);
      return data.authorization_url;
    },

    // After a failure the person stays on a page of Open Wearables. So a person who comes back is connected.
    async finishLink() {
      return { kind: 'connected' };
    },

    async listAccounts(userId) {
      const { data, error } = await client.GET('/api/v1/users/{user_id}/connections', {
        params: { path: { user_id: userId } },
      });
      if (error !== undefined) throw new Error(`The accounts were not listed: ${error.detail}`);
      return data.map(({ provider, status }) => ({ provider, advice: adviceFor[status] }));
    },

    async disconnect(userId) {
      const { error } = await client.DELETE('/api/v1/users/{user_id}/connections/{provider}', {
        params: { path: { user_id: userId, provider: 'strava' } },
      });
      if (error !== undefined) throw new Error(`The account was not disconnected: ${error.detail}`);
    },
  };
}
