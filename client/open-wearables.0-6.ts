// Generated, do not edit: npm run generate
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/open-wearables.0-6.ts';
import { type ClientOptions, currentTransport } from './client-options.ts';

export type { components, operations, paths } from '../generated/open-wearables.0-6.ts';
export type { ClientOptions };

export type OpenWearablesClient = Client<paths>;
export type OpenWearablesConnectionList = components['schemas']['OpenWearablesConnectionList'];
export type OpenWearablesConnection = components['schemas']['OpenWearablesConnection'];
export type OpenWearablesProviderSlug = components['schemas']['OpenWearablesProviderSlug'];
export type OpenWearablesEmail = components['schemas']['OpenWearablesEmail'];
export type OpenWearablesUserWrite = components['schemas']['OpenWearablesUserWrite'];
export type OpenWearablesUser = components['schemas']['OpenWearablesUser'];
export type OpenWearablesUserPage = components['schemas']['OpenWearablesUserPage'];
export type OpenWearablesProviderList = components['schemas']['OpenWearablesProviderList'];
export type OpenWearablesProvider = components['schemas']['OpenWearablesProvider'];
export type OpenWearablesAuthorization = components['schemas']['OpenWearablesAuthorization'];
export type OpenWearablesOauthSuccess = components['schemas']['OpenWearablesOauthSuccess'];
export type OpenWearablesOauthFailure = components['schemas']['OpenWearablesOauthFailure'];
export type OpenWearablesSync = components['schemas']['OpenWearablesSync'];
export type OpenWearablesFieldName = components['schemas']['OpenWearablesFieldName'];
export type OpenWearablesError = components['schemas']['OpenWearablesError'];

/**
 * Makes a client of the API of Open Wearables 0.6, in which paths, parameters, answers and error bodies are typed by the
 * contract.
 *
 * @example
 * const client = createOpenWearablesClient({ baseUrl: 'http://127.0.0.1:4010', key: 'ow_sandbox_key' });
 * const { data, error, response } = await client.GET('/api/v1/users/{user_id}/connections', {
 *   params: { path: { user_id: '550e8400-e29b-41d4-a716-446655440000' } },
 * });
 */
export function createOpenWearablesClient({ baseUrl, key, ...rest }: ClientOptions): OpenWearablesClient {
  return createClient<paths>({
    ...rest,
    ...currentTransport(rest),
    baseUrl,
    headers: { 'X-Open-Wearables-API-Key': key },
  });
}
