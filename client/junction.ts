// Generated, do not edit: npm run generate
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/junction.ts';
import { type ClientOptions, currentTransport } from './client-options.ts';

export type { components, operations, paths } from '../generated/junction.ts';
export type { ClientOptions };

export type JunctionClient = Client<paths>;
export type JunctionProviderList = components['schemas']['JunctionProviderList'];
export type JunctionProvider = components['schemas']['JunctionProvider'];
export type JunctionUserCreation = components['schemas']['JunctionUserCreation'];
export type JunctionUserPatch = components['schemas']['JunctionUserPatch'];
export type JunctionClientUserId = components['schemas']['JunctionClientUserId'];
export type JunctionDate = components['schemas']['JunctionDate'];
export type JunctionUser = components['schemas']['JunctionUser'];
export type JunctionConnectedSource = components['schemas']['JunctionConnectedSource'];
export type JunctionProviderName = components['schemas']['JunctionProviderName'];
export type JunctionUserList = components['schemas']['JunctionUserList'];
export type JunctionUserSuccess = components['schemas']['JunctionUserSuccess'];
export type JunctionRefusal = components['schemas']['JunctionRefusal'];
export type JunctionRefresh = components['schemas']['JunctionRefresh'];
export type JunctionRefreshError = components['schemas']['JunctionRefreshError'];
export type JunctionProviderSlug = components['schemas']['JunctionProviderSlug'];
export type JunctionRegion = components['schemas']['JunctionRegion'];
export type JunctionCatalogueProvider = components['schemas']['JunctionCatalogueProvider'];
export type JunctionAuthType = components['schemas']['JunctionAuthType'];
export type JunctionLinkTokenCreation = components['schemas']['JunctionLinkTokenCreation'];
export type JunctionLinkTokenResponse = components['schemas']['JunctionLinkTokenResponse'];
export type JunctionLinkProvider = components['schemas']['JunctionLinkProvider'];
export type JunctionSource = components['schemas']['JunctionSource'];
export type JunctionPasswordLink = components['schemas']['JunctionPasswordLink'];
export type JunctionMfaCompletion = components['schemas']['JunctionMfaCompletion'];
export type JunctionEmailLink = components['schemas']['JunctionEmailLink'];
export type JunctionLinkState = components['schemas']['JunctionLinkState'];
export type JunctionDemoCreation = components['schemas']['JunctionDemoCreation'];
export type JunctionDemoStatus = components['schemas']['JunctionDemoStatus'];
export type JunctionLinkCode = components['schemas']['JunctionLinkCode'];
export type JunctionErrorType = components['schemas']['JunctionErrorType'];
export type JunctionResource = components['schemas']['JunctionResource'];
export type JunctionResourceAvailability = components['schemas']['JunctionResourceAvailability'];
export type JunctionScopeRequirements = components['schemas']['JunctionScopeRequirements'];
export type JunctionFieldName = components['schemas']['JunctionFieldName'];
export type JunctionError = components['schemas']['JunctionError'];
export type JunctionValidationError = components['schemas']['JunctionValidationError'];
export type JunctionValidationErrorItem = components['schemas']['JunctionValidationErrorItem'];

/**
 * Makes a client of the API of Junction, in which paths, parameters, answers and error bodies are typed by the
 * contract.
 *
 * @example
 * const client = createJunctionClient({ baseUrl: 'http://127.0.0.1:4010', key: 'sk_us_sandbox_key' });
 * const { data, error, response } = await client.GET('/v2/user/providers/{user_id}', {
 *   params: { path: { user_id: '550e8400-e29b-41d4-a716-446655440000' } },
 * });
 */
export function createJunctionClient({ baseUrl, key, ...rest }: ClientOptions): JunctionClient {
  return createClient<paths>({
    ...rest,
    ...currentTransport(rest),
    baseUrl,
    headers: { 'x-vital-api-key': key },
  });
}
