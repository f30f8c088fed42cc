// Generated, do not edit: npm run generate
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/mielto.ts';
import { type ClientOptions, currentTransport } from './client-options.ts';

export type { components, operations, paths } from '../generated/mielto.ts';
export type { ClientOptions };

export type MieltoClient = Client<paths>;
export type MieltoConnectionList = components['schemas']['MieltoConnectionList'];
export type MieltoConnection = components['schemas']['MieltoConnection'];
export type MieltoConfig = components['schemas']['MieltoConfig'];
export type MieltoConfigValue = components['schemas']['MieltoConfigValue'];
export type MieltoFieldName = components['schemas']['MieltoFieldName'];
export type MieltoConnectionCreation = components['schemas']['MieltoConnectionCreation'];
export type MieltoConnectionChange = components['schemas']['MieltoConnectionChange'];
export type MieltoRequirements = components['schemas']['MieltoRequirements'];
export type MieltoAuthMethod = components['schemas']['MieltoAuthMethod'];
export type MieltoRequiredField = components['schemas']['MieltoRequiredField'];
export type MieltoFieldValidation = components['schemas']['MieltoFieldValidation'];
export type MieltoOauthInitiation = components['schemas']['MieltoOauthInitiation'];
export type MieltoOauthStart = components['schemas']['MieltoOauthStart'];
export type MieltoInvalidConnection = components['schemas']['MieltoInvalidConnection'];
export type MieltoFailedCheck = components['schemas']['MieltoFailedCheck'];
export type MieltoError = components['schemas']['MieltoError'];
export type MieltoValidationError = components['schemas']['MieltoValidationError'];
export type MieltoValidationErrorItem = components['schemas']['MieltoValidationErrorItem'];

/**
 * Makes a client of the API of Mielto, in which paths, parameters, answers and error bodies are typed by the
 * contract.
 *
 * @example
 * const client = createMieltoClient({ baseUrl: 'http://127.0.0.1:4010', key: 'mielto_sandbox_token' });
 * const { data, error, response } = await client.GET('/api/v1/connections/users/{user_id}', {
 *   params: { path: { user_id: '550e8400-e29b-41d4-a716-446655440000' } },
 * });
 */
export function createMieltoClient({ baseUrl, key, ...rest }: ClientOptions): MieltoClient {
  return createClient<paths>({
    ...rest,
    ...currentTransport(rest),
    baseUrl,
    headers: { Authorization: `Bearer ${key}` },
  });
}
