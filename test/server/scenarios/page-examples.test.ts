import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../server/model/connection.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { presentJunction } from '../../../server/vendors/junction.ts';
import { presentMielto } from '../../../server/vendors/mielto-connection.ts';
import { presentOpenWearables } from '../../../server/vendors/open-wearables.ts';
import { type ScenarioName, scenarioUsers } from '../../../spec/scenarios.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';

const user_id = '550e8400-e29b-41d4-a716-446655440000';

/** The example of Open Wearables' reference, verbatim. */
const openWearablesPage = [
  {
    id: '123e4567-e89b-12d3-a456-426614174000',
    user_id,
    provider: 'garmin',
    provider_user_id: '9876543210',
    provider_username: 'john_runner',
    scope: 'ACTIVITY_EXPORT HEALTH_EXPORT',
    status: 'active',
    last_synced_at: '2024-03-15T10:30:00Z',
    created_at: '2024-01-10T08:00:00Z',
    updated_at: '2024-03-15T10:30:00Z',
  },
  {
    id: '456e7890-e89b-12d3-a456-426614174001',
    user_id,
    provider: 'strava',
    provider_user_id: '12345678',
    provider_username: null,
    scope: 'activity:read_all,activity:write',
    status: 'active',
    last_synced_at: '2024-03-14T22:15:00Z',
    created_at: '2024-02-01T14:30:00Z',
    updated_at: '2024-03-14T22:15:00Z',
  },
  {
    id: '789e0123-e89b-12d3-a456-426614174002',
    user_id,
    provider: 'polar',
    provider_user_id: '87654321',
    provider_username: null,
    scope: 'exercise.read',
    status: 'expired',
    last_synced_at: '2024-02-20T16:45:00Z',
    created_at: '2023-12-01T09:00:00Z',
    updated_at: '2024-02-28T12:00:00Z',
  },
];

const none = { required: [], optional: [] };

/** The response example of Junction's reference. */
const junctionResponse = {
  name: 'Fitbit',
  slug: 'fitbit',
  logo: 'https://example.com/fitbit.png',
  status: 'connected',
  created_on: '2010-01-23T12:34:56+00:00',
  resource_availability: {
    body: {
      status: 'available',
      scope_requirements: { user_granted: { required: ['weight'], optional: [] }, user_denied: none },
    },
    sleep: {
      status: 'unavailable',
      scope_requirements: {
        user_granted: none,
        user_denied: {
          required: ['sleep'],
          optional: ['heartrate', 'oxygen_saturation', 'respiratory_rate'],
        },
      },
    },
  },
  error_details: null,
};

/** The schema example of Junction's reference. */
const junctionSchemaExample = {
  created_on: '2010-01-23T12:34:56+00:00',
  error_details: {
    error_message: 'The user has deregistered the connection per notification from Garmin.',
    error_type: 'deregistered_per_provider',
    errored_at: '2010-01-24T23:45:32+00:00',
  },
  logo: 'https://logo_url.com',
  name: 'Garmin',
  resource_availability: {
    sleep: {
      scope_requirements: {
        user_denied: { optional: ['spo2Daily'], required: [] },
        user_granted: { optional: [], required: ['daily'] },
      },
      status: 'available',
    },
  },
  slug: 'garmin',
  status: 'error',
};

describe('the presenters', () => {
  test("return the example of Open Wearables' reference", () => {
    const wearables = seedOf('page-example').filter(({ integrationType }) => integrationType === null);
    expect(wearables.map(presentOpenWearables)).toStrictEqual(openWearablesPage);
  });

  test("return the response example of Junction's reference", () => {
    expect(seedOf('junction-connected').map(presentJunction)).toStrictEqual([junctionResponse]);
  });

  test("return the schema example of Junction's reference", () => {
    expect(seedOf('junction-deregistered').map(presentJunction)).toStrictEqual([junctionSchemaExample]);
  });

  test('return a Mielto connection with all fields, and one with only the required fields', () => {
    const [, slack] = seedOf('never-synced');
    const [team] = seedOf('page-example').filter(({ provider }) => provider === 'slack');
    const shown = {
      integration: 'slack',
      integration_type: 'connectors',
      user_id,
      workspace_id: 'ws_sandbox',
      created_by: user_id,
      status: 'active',
    };
    expect(team && presentMielto(team, 'ws_sandbox')).toStrictEqual({
      ...shown,
      label: 'Team chat',
      config: { channels: ['#running', '#sleep'], notify: true },
      id: '55440000-0000-4000-a000-000000000004',
      credential_id: 'cred_0000_4',
      created_at: '2024-03-01T09:00:00Z',
      updated_at: '2024-03-15T10:30:00Z',
    });
    const neverSynced = '00000000-0000-4000-8000-000000000004';
    expect(slack && presentMielto(slack, 'ws_sandbox')).toStrictEqual({
      ...shown,
      label: null,
      user_id: neverSynced,
      created_by: neverSynced,
      id: '00000004-0000-4000-a000-000000000002',
      credential_id: 'cred_0004_2',
      created_at: '2025-06-02T11:59:00Z',
      updated_at: '2025-06-02T11:59:00Z',
    });
  });

  test('return the account of a cloud provider, and null for a mobile SDK', () => {
    const [apple] = seedOf('never-synced');
    const [garmin] = seedOf('page-example');
    expect(apple && presentJunction(apple)).toHaveProperty('external_user_id', null);
    expect(garmin && presentJunction(garmin)).toHaveProperty('external_user_id', '9876543210');
    expect(apple && presentOpenWearables(apple)).toMatchObject({
      provider: 'apple',
      provider_user_id: null,
      provider_username: null,
      scope: null,
      last_synced_at: null,
    });
  });

  test('write fractions of a second only if they are not zero', () => {
    const [garmin] = seedOf('page-example');
    if (garmin === undefined) throw new Error('The page example has a connection.');
    const precise = { ...garmin, createdAt: '2024-01-10T08:00:00.120Z' };
    expect(presentOpenWearables(precise).created_at).toBe('2024-01-10T08:00:00.120Z');
    expect(presentJunction(precise).created_on).toBe('2024-01-10T08:00:00.120+00:00');
  });
});

function seedOf(scenario: ScenarioName): Connection[] {
  const user = scenarioUsers.find(({ name }) => name === scenario);
  return workspaceSeed(defaultWorkspaces[0].ownUserId).connections.filter(
    ({ userId }) => userId === user?.userId,
  );
}
