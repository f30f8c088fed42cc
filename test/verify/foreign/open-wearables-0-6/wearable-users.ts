import type { Row } from '../rows.ts';

/** Users of one installation. Every key of the installation sees all of them. */
export const wearableUsers = {
  ana: '3f2c8a6e-5b1d-4e7f-9a0c-d4b6e8f01a2c',
  ben: '8d4e1f7a-2c9b-4a53-b6d8-e7f90a1b2c3d',
  noConnections: 'c5a7e9b1-3d2f-4861-8e4c-f6a8b0d2e4f6',
} as const;
type WearableUser = keyof typeof wearableUsers;

/** `rest_pull`, `webhook_stream`, `webhook_ping`, `webhook_callback`, `live_sync_mode` of each known provider. */
const capabilities: Readonly<
  Record<string, readonly [boolean, boolean, boolean, boolean, 'pull' | 'webhook' | null]>
> = {
  apple: [false, false, false, false, null],
  garmin: [false, true, false, true, 'webhook'],
  oura: [true, false, true, false, 'pull'],
  sensorbio: [true, false, false, false, 'pull'],
  strava: [true, false, true, false, 'pull'],
  suunto: [true, true, false, false, 'pull'],
};

interface Stored {
  readonly user: WearableUser;
  readonly provider: string;
  readonly status: 'active' | 'revoked' | 'expired';
  /** Connected through OAuth, with this account. The mobile SDK stores none. */
  readonly account?: { readonly id: string; readonly username: string | null; readonly scope: string };
  /** `created_at`, `updated_at` and `last_synced_at`. */
  readonly times: readonly [string, string, string | null];
}

const stored: readonly Stored[] = [
  {
    user: 'ana',
    provider: 'garmin',
    status: 'active',
    account: { id: '9876543210', username: 'ana_runs', scope: 'ACTIVITY_EXPORT HEALTH_EXPORT' },
    // Synced later than it was changed: an asynchronous sync does not change `updated_at`.
    times: ['2026-03-01T08:00:00.654321Z', '2026-03-01T08:00:00.654321Z', '2026-05-20T10:30:00.123456Z'],
  },
  {
    user: 'ana',
    provider: 'sensorbio',
    status: 'active',
    account: { id: 'sb-4471', username: null, scope: '' },
    times: ['2026-03-14T16:20:11.000817Z', '2026-04-02T06:11:45.900001Z', '2026-04-02T06:11:45.900001Z'],
  },
  {
    user: 'ana',
    provider: 'strava',
    status: 'revoked',
    account: { id: '12345678', username: 'Ana Özil', scope: 'activity:read_all,profile:read_all' },
    times: ['2026-02-11T19:05:59.100000Z', '2026-06-09T22:15:00Z', '2026-06-01T05:00:12.250000Z'],
  },
  {
    user: 'ana',
    provider: 'coros',
    status: 'expired',
    account: { id: 'c-1', username: 'ana', scope: 'all' },
    times: ['2026-01-05T12:00:00Z', '2026-02-05T12:00:00Z', null],
  },
  {
    user: 'ana',
    provider: 'apple',
    status: 'active',
    times: ['2026-04-04T04:04:04.040404Z', '2026-04-04T04:04:04.040404Z', '2026-06-10T01:02:03.000004Z'],
  },
  {
    user: 'ben',
    provider: 'garmin',
    status: 'active',
    account: { id: '9876543210', username: 'ana_runs', scope: 'ACTIVITY_EXPORT HEALTH_EXPORT' },
    times: ['2026-05-30T09:45:31.777000Z', '2026-05-30T09:45:31.777000Z', null],
  },
  {
    user: 'ben',
    provider: 'oura',
    status: 'active',
    account: { id: 'OURA77', username: null, scope: 'daily heartrate' },
    times: ['2026-05-01T00:00:00Z', '2026-05-02T13:37:00.000001Z', '2026-06-11T03:14:15.926535Z'],
  },
  {
    user: 'ben',
    provider: 'suunto',
    status: 'revoked',
    account: { id: 'ben.b', username: 'ben.b', scope: 'workout' },
    times: ['2026-05-03T07:07:07.707070Z', '2026-05-20T20:20:20.202020Z', '2026-05-19T23:59:59.999999Z'],
  },
];

/** The connections of a user as version 0.6 lists them, newest first; none if the user is not known. */
export function listedConnections(userId: string): Row[] {
  return stored
    .map((connection, index) => ({ connection, row: rowOf(connection, index) }))
    .filter(({ connection }) => wearableUsers[connection.user] === userId)
    .sort((one, other) => (one.connection.times[0] < other.connection.times[0] ? 1 : -1))
    .map(({ row }) => row);
}

function rowOf(connection: Stored, index: number): Row {
  const { user, provider, status, account, times } = connection;
  const known = capabilities[provider];
  const [pull = false, stream = false, ping = false, callback = false, mode = null] = known ?? [];
  return {
    user_id: wearableUsers[user],
    provider,
    provider_user_id: account?.id ?? null,
    provider_username: account?.username ?? null,
    scope: account?.scope ?? null,
    id: `0b5e7c1a-9d3f-4b8e-a2c4-6f8e0d1b3a${index + 10}`,
    status,
    last_synced_at: times[2],
    created_at: times[0],
    updated_at: times[1],
    icon_url: known === undefined ? null : `/static/provider-icons/${provider}.svg`,
    max_historical_days: provider === 'garmin' ? 30 : null,
    rest_pull: pull,
    webhook_stream: stream,
    webhook_ping: ping,
    webhook_callback: callback,
    live_sync_mode: mode,
    linked_user_ids: linkedUsers(connection),
  };
}

/** Other users who are connected to the same account. */
function linkedUsers({ user, provider, status, account }: Stored): string[] {
  if (status !== 'active' || account === undefined) return [];
  const alike = stored.filter((other) => other.provider === provider && other.account?.id === account.id);
  return alike.flatMap((other) => (other.user === user ? [] : [wearableUsers[other.user]]));
}
