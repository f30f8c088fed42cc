/** One user with a fixed id, for one situation that a client must handle. */
export interface ScenarioUser {
  /** Also the name of the examples in the contracts that show what this user's lists look like. */
  readonly name: string;
  /** The id of the user, the same in every workspace. */
  readonly userId: string;
  readonly summary: string;
}

/** All scenario users. The server seeds them, and the contracts and the docs list them. */
export const scenarioUsers = [
  {
    name: 'page-example',
    userId: '550e8400-e29b-41d4-a716-446655440000',
    summary: "The user of Open Wearables' reference page, verbatim, plus two Mielto integrations",
  },
  {
    name: 'no-connections',
    userId: '00000000-0000-4000-8000-000000000001',
    summary: 'A known user without connections',
  },
  {
    name: 'every-state',
    userId: '00000000-0000-4000-8000-000000000002',
    summary: 'A connection in each state: active, testing, inactive, expired, revoked, error',
  },
  {
    name: 'every-error',
    userId: '00000000-0000-4000-8000-000000000003',
    summary: 'A failed connection for each Junction error type',
  },
  {
    name: 'never-synced',
    userId: '00000000-0000-4000-8000-000000000004',
    summary: 'Connected a moment ago: never synced, every nullable field null',
  },
  {
    name: 'junction-connected',
    userId: '00000000-0000-4000-8000-000000000005',
    summary: "The response example of Junction's reference page, verbatim",
  },
  {
    name: 'junction-deregistered',
    userId: '00000000-0000-4000-8000-000000000006',
    summary: "The schema example of Junction's reference page, verbatim",
  },
  {
    name: 'every-integration-type',
    userId: '00000000-0000-4000-8000-000000000007',
    summary: 'A connection of each Mielto integration type',
  },
  {
    name: 'many-connections',
    userId: '00000000-0000-4000-8000-000000000008',
    summary: '1,200 Mielto connections, more than the largest page',
  },
  {
    name: 'awkward-text',
    userId: '00000000-0000-4000-8000-000000000009',
    summary: 'Emoji, right-to-left text, combining marks and 255 characters in the text fields',
  },
  {
    name: 'values-of-tomorrow',
    userId: '00000000-0000-4000-8000-00000000000a',
    summary: 'Values that no list contains yet: providers, resources, an availability and error types',
  },
] as const satisfies readonly ScenarioUser[];

/** The name of a scenario user that exists. */
export type ScenarioName = (typeof scenarioUsers)[number]['name'];

/** The id of a user that no workspace has: every API returns 404. */
export const unknownUser = {
  name: 'unknown',
  userId: '00000000-0000-4000-8000-00000000dead',
  summary: 'Does not exist: every API returns 404',
} as const satisfies ScenarioUser;
