import { Junction, JunctionClient } from '@junction-api/sdk';
import type { Advice, Platform } from './platform.ts';

/** What helps against each error of a connection or a link. */
const adviceFor = new Map<string, Advice>([
  ['token_refresh_failed', 'connect-again'],
  ['deregistered_per_provider', 'connect-again'],
  ['user_not_found', 'connect-again'],
  ['user_cancelled', 'connect-again'],
  ['token_expired', 'connect-again'],
  ['required_scopes_not_granted', 'allow-everything'],
  ['provider_credential_error', 'renew-password'],
  ['provider_password_expired', 'renew-password'],
  ['provider_api_error', 'wait'],
  ['webhook_registration_failed', 'wait'],
]);

/** The list of errors is open: an error that is not known yet must not break the application. */
function adviceOf(errorType: string | null | undefined): Advice {
  return adviceFor.get(errorType ?? 'unknown') ?? 'connect-again';
}

/** Junction, with Oura as the provider. */
export function createJunctionPlatform(options: { baseUrl: string; apiKey: string }): Platform {
  const client = new JunctionClient({ ...options, maxRetries: 0 });
  return {
    async ensureUser(person) {
      try {
        const { userId } = await client.user.create({ clientUserId: person });
        return userId;
      } catch (error) {
        if (!(error instanceof Junction.BadRequestError)) throw error;
        const { userId } = await client.user.getByClientUserId({ clientUserId: person });
        return userId;
      }
    },

    async startLink(userId, returnTo) {
      const { linkToken } = await client.link.token({ userId, redirectUrl: returnTo });
      const request = { oauthProvider: 'oura', vitalLinkToken: linkToken } as const;
      const { oauthUrl } = await client.link.generateOauthLink(request);
      if (!oauthUrl) throw new Error('Junction has no URL for Oura.');
      return oauthUrl;
    },

    async finishLink(_userId, query) {
      if (query.get('state') === 'success') return { kind: 'connected' };
      const reason = query.get('error') ?? 'The link has failed.';
      return { kind: 'failed', advice: adviceOf(query.get('error_type')), reason };
    },

    async listAccounts(userId) {
      const { providers = [] } = await client.user.getConnectedProviders({ userId });
      return providers.map(({ slug, status, errorDetails }) => ({
        provider: slug,
        advice: status === 'error' ? adviceOf(errorDetails?.errorType) : 'nothing',
      }));
    },

    async disconnect(userId) {
      await client.user.deregisterProvider({ userId, provider: 'oura' });
    },
  };
}
