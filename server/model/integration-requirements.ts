import {
  type AuthMethod,
  accessKey,
  apiKey,
  apiToken,
  botToken,
  noCredentials,
  oauth2,
  personalToken,
} from './auth-method.ts';

/** The ways to authenticate with each integration, by its neutral slug. The first one is the default. */
export const integrationRequirements: ReadonlyMap<string, readonly AuthMethod[]> = new Map([
  ['slack', [oauth2, botToken]],
  ['github', [oauth2, personalToken]],
  ['notion', [oauth2, apiKey]],
  ['google_drive', [oauth2]],
  ['gmail', [oauth2]],
  ['jira', [oauth2, apiToken]],
  ['linear', [oauth2, apiKey]],
  ['filesystem', [noCredentials]],
  ['web_search', [apiKey]],
  ['openai', [apiKey]],
  ['anthropic', [apiKey]],
  ['s3', [accessKey]],
  ['stripe', [apiKey]],
  ['in_house', [noCredentials]],
]);

/**
 * The way with this id to authenticate with an integration, or its default; null if it does not have it. An integration
 * that is not in the table needs no credentials.
 */
export function authMethodOf(provider: string, id: string | null): AuthMethod | null {
  const methods = integrationRequirements.get(provider) ?? [noCredentials];
  return (id === null ? methods[0] : methods.find((method) => method.id === id)) ?? null;
}

/** The way to authenticate with OAuth; null if the integration does not have it. */
export function oauthMethodOf(provider: string): AuthMethod | null {
  const methods = integrationRequirements.get(provider) ?? [];
  return methods.find(({ type }) => type === 'oauth2') ?? null;
}
