/** The user of Open Wearables' reference page, in the default workspace. */
export const pageUser = '550e8400-e29b-41d4-a716-446655440000';

/** The key of the default workspace. */
export const headers = { 'X-API-Key': 'ow_sandbox_key' } as const;

/** The path of the request that all servers support: the list of one user's connections. */
export function listPath(user = pageUser): string {
  return `/api/v1/users/${user}/connections`;
}
