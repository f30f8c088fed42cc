/** What the interactive page of each reference must show, and the location of its operation. */
export const referenceDocs = [
  {
    name: 'open-wearables',
    hash: '#/other/listopenwearablesconnections',
    summary: "List a user's wearable connections",
    path: '/api/v1/users/{user_id}/connections',
    example: 'john_runner',
    source: '(page)',
  },
  {
    name: 'junction',
    hash: '#/other/listjunctionproviders',
    summary: "List a user's connected providers",
    path: '/v2/user/providers/{user_id}',
    example: 'https://example.com/fitbit.png',
    source: '(page)',
  },
  {
    name: 'mielto',
    hash: '#/other/listmieltoconnections',
    summary: "List a user's integrations",
    path: '/api/v1/connections/users/{user_id}',
    example: '"integration":',
    source: '(page)',
  },
  {
    name: 'sandbox',
    hash: '#/catalogue',
    summary: 'List the scenario users',
    path: '/sandbox/scenarios',
    example: 'A known user without connections',
    source: '(decided)',
  },
  {
    name: 'open-wearables.0-6',
    hash: '#/other/listopenwearablesconnections',
    summary: "List a user's wearable connections",
    path: '/api/v1/users/{user_id}/connections',
    example: 'webhook_stream',
    source: '(public)',
  },
] as const;
