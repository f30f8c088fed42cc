import type { ResourceAvailability } from '../model/connection.ts';
import type { ScenarioRow } from './scenario-connection.ts';

/** The three rows of Open Wearables' reference page, verbatim; and two integrations, which that API does not list. */
export const pageExample: readonly ScenarioRow[] = [
  {
    id: '123e4567-e89b-12d3-a456-426614174000',
    provider: 'garmin',
    externalId: '9876543210',
    externalUsername: 'john_runner',
    grantedScopes: 'ACTIVITY_EXPORT HEALTH_EXPORT',
    resources: { activity: granted('ACTIVITY_EXPORT'), sleep: granted('HEALTH_EXPORT') },
    lastSyncedAt: '2024-03-15T10:30:00.000Z',
    createdAt: '2024-01-10T08:00:00.000Z',
    updatedAt: '2024-03-15T10:30:00.000Z',
  },
  {
    id: '456e7890-e89b-12d3-a456-426614174001',
    provider: 'strava',
    externalId: '12345678',
    grantedScopes: 'activity:read_all,activity:write',
    resources: { workouts: granted('activity:read_all') },
    lastSyncedAt: '2024-03-14T22:15:00.000Z',
    createdAt: '2024-02-01T14:30:00.000Z',
    updatedAt: '2024-03-14T22:15:00.000Z',
  },
  {
    id: '789e0123-e89b-12d3-a456-426614174002',
    provider: 'polar',
    externalId: '87654321',
    grantedScopes: 'exercise.read',
    resources: { workouts: granted('exercise.read') },
    state: 'expired',
    cause: {
      type: 'token_refresh_failed',
      message: 'The access to the account has expired and could not be renewed.',
      occurredAt: '2024-02-28T12:00:00.000Z',
    },
    lastSyncedAt: '2024-02-20T16:45:00.000Z',
    createdAt: '2023-12-01T09:00:00.000Z',
    updatedAt: '2024-02-28T12:00:00.000Z',
  },
  {
    provider: 'slack',
    label: 'Team chat',
    config: { channels: ['#running', '#sleep'], notify: true },
    createdAt: '2024-03-01T09:00:00.000Z',
    updatedAt: '2024-03-15T10:30:00.000Z',
  },
  {
    provider: 'github',
    label: 'Training plans',
    config: { repository: 'example/training-plans' },
    createdAt: '2024-02-15T09:00:00.000Z',
    updatedAt: '2024-02-15T09:00:00.000Z',
  },
];

/** The response example of Junction's reference page, verbatim. */
export const junctionConnected: readonly ScenarioRow[] = [
  {
    provider: 'fitbit',
    logo: 'https://example.com/fitbit.png',
    createdAt: '2010-01-23T12:34:56.000Z',
    resources: {
      body: granted('weight'),
      sleep: {
        status: 'unavailable',
        scope_requirements: {
          user_granted: { required: [], optional: [] },
          user_denied: {
            required: ['sleep'],
            optional: ['heartrate', 'oxygen_saturation', 'respiratory_rate'],
          },
        },
      },
    },
  },
];

/** The schema example of Junction's reference page, verbatim. */
export const junctionDeregistered: readonly ScenarioRow[] = [
  {
    provider: 'garmin',
    logo: 'https://logo_url.com',
    state: 'revoked',
    cause: {
      type: 'deregistered_per_provider',
      message: 'The user has deregistered the connection per notification from Garmin.',
      occurredAt: '2010-01-24T23:45:32.000Z',
    },
    createdAt: '2010-01-23T12:34:56.000Z',
    updatedAt: '2010-01-24T23:45:32.000Z',
    resources: {
      sleep: {
        status: 'available',
        scope_requirements: {
          user_granted: { required: ['daily'], optional: [] },
          user_denied: { required: [], optional: ['spo2Daily'] },
        },
      },
    },
  },
];

function granted(...required: string[]): ResourceAvailability {
  const none = { required: [], optional: [] };
  return {
    status: 'available',
    scope_requirements: { user_granted: { required, optional: [] }, user_denied: none },
  };
}
