/** A connection as it is sent. */
export type Row = Readonly<Record<string, unknown>>;

const wearables = [
  'whoop',
  'garmin',
  'oura',
  'apple',
  'fitbit',
  'strava',
  'polar',
  'suunto',
  'google',
  'samsung',
  'ultrahuman',
];
const sources =
  'wahoo zwift oura garmin fitbit strava renpho peloton eight_sleep withings ihealth omron dexcom_v3 hammerhead health_connect polar cronometer kardia whoop_v2 ultrahuman runkeeper google_health manual beurer_api'.split(
    ' ',
  );
const integrations = ['slack', 'notion', 'github', 'hubspot', 'in-house & legacy'];
const types = ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'];
const statuses = ['expired', 'active', 'testing', 'inactive', 'error'];

const start = Date.UTC(2023, 4, 9, 7, 30, 12, 345);
const hour = 3_600_000;

/** An instant in Python's format, with microseconds. */
function instant(hours: number, zone: string): string {
  return new Date(start + hours * hour).toISOString().replace('Z', `678${zone}`);
}

function at<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % values.length];
}

/** This number of wearables of a user, oldest first. */
export function wearablesOf(owner: string, count: number): Row[] {
  return wearables.slice(0, count).map((provider, index) => ({
    created_at: instant(index, 'Z'),
    updated_at: instant(index + 40, 'Z'),
    last_synced_at: index % 3 === 1 ? null : instant(index + 30, 'Z'),
    status: ['active', 'expired', 'revoked'][index % 3],
    scope: provider === 'apple' ? null : 'read:all offline',
    provider,
    provider_username: index % 2 === 0 ? `Zoë ${index} <&>` : null,
    provider_user_id: index % 4 === 0 ? null : `u-${index}`,
    user_id: owner,
    id: owner.replace(/^.{8}/, String(10_000_000 + index)),
  }));
}

/** This number of data sources of a user, in no order of time. */
export function sourcesOf(owner: string, count: number): Row[] {
  return sources.slice(0, count).map((slug, index) => ({
    slug,
    name: slug.replaceAll('_', ' '),
    logo: `https://cdn.example.com/logos/${slug}.png?v=2&size=64`,
    created_on: instant((index * 7) % 24, '+00:00'),
    resource_availability:
      index % 2 === 0
        ? {}
        : {
            sleep: { status: 'available' },
            heartrate: { status: 'unavailable', scope_requirements: null },
            steps: {
              status: 'available',
              scope_requirements: {
                user_granted: { required: ['steps.read'], optional: [] },
                user_denied: { required: [], optional: ['location'] },
              },
            },
          },
    // Null, missing, or an id.
    ...[{ external_user_id: null }, {}, { external_user_id: `${owner.slice(0, 4)}-${index}` }][index % 3],
    ...[
      { status: 'connected' },
      { status: 'connected', error_details: null },
      {
        status: 'error',
        error_details: {
          error_type: 'user_not_found',
          error_message: '',
          errored_at: instant(90, '+00:00'),
        },
      },
    ][index % 3],
  }));
}

/** This number of integrations of a user. Ten at a time were created in the same instant. */
export function integrationsOf(of: {
  readonly owner: string;
  readonly workspace: string;
  readonly uuid: string;
  readonly count: number;
}): Row[] {
  return Array.from({ length: of.count }, (_, index) => {
    const made = Math.floor(index / 10);
    return {
      id: `cnx-${of.uuid.slice(0, 4)}-${(index * 7919).toString(36)}`,
      credential_id: `cred:${index}`,
      workspace_id: of.workspace,
      created_by: `svc-${of.workspace}`,
      user_id: index % 11 === 10 ? null : of.owner,
      integration: at(integrations, index),
      integration_type: at(types, index),
      status: at(statuses, index),
      created_at: instant(made, '+02:00'),
      updated_at: instant(made, '+02:00'),
      ...[
        { label: null },
        {},
        { label: `№ ${index} "R&D"`, config: { max_tokens: 5, region: [null, 'eu'] } },
      ][index % 3],
    };
  });
}
