import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/mielto.ts';
import type { ClientOptions } from './client-options.ts';

export type MieltoClient = Client<paths>;
export type MieltoConnection = components['schemas']['MieltoConnection'];
export type MieltoConnectionList = components['schemas']['MieltoConnectionList'];
export type MieltoError = components['schemas']['MieltoError'];
export type MieltoValidationError = components['schemas']['MieltoValidationError'];

/**
 * Makes a client of Mielto's API in which paths, parameters, answers and error bodies are typed by the contract.
 *
 * @example
 * const client = createMieltoClient({ baseUrl: 'http://127.0.0.1:4010', key: 'mielto_sandbox_token' });
 * const { data, error, response } = await client.GET('/api/v1/connections/users/{user_id}', {
 *   params: { path: { user_id: '550e8400-e29b-41d4-a716-446655440000' }, query: { status: 'active' } },
 * });
 */
export function createMieltoClient({ baseUrl, key, ...rest }: ClientOptions): MieltoClient {
  return createClient<paths>({ ...rest, baseUrl, headers: { Authorization: `Bearer ${key}` } });
}
