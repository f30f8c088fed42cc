import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causeTypes, connectionStates, integrationTypes } from '../../../server/model/connection.ts';
import { providerCatalogue } from '../../../server/model/provider-catalogue.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { schemaAt } from '../../support/contract-documents.ts';
import { post } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { noConnections } from '../../support/vendor-calls.ts';

/*
 * The server accepts exactly the bodies that the contract allows: by its schemas, and for `created_at` also by its
 * description. This test fails if the server checks a rule that is not in the contract, or does not check one that is.
 */
const now = '2026-11-27T12:34:56.789Z';
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ now: () => new Date(now) });
});
afterAll(() => server.close());

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('', 'x'.repeat(256)));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 5 });
const record = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, ...requiredKeys: string[]) =>
  fc.record(fields, { requiredKeys });
const scopes = record({ required: fc.array(text, { maxLength: 2 }), optional: fc.constant([]) }, 'optional');
const availability = record(
  { status: text, scope_requirements: maybe(record({ user_granted: scopes, user_denied: scopes })) },
  'status',
);
const provider = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...providerCatalogue.keys(), 'aurora_ring') },
  { weight: 1, arbitrary: fc.constantFrom('betamax', 'constructor', 'GARMIN', '') },
);
const moment = fc
  .date({ min: new Date('0000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const createdAt = fc.oneof(
  { weight: 4, arbitrary: moment },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      now,
      '2026-11-27T12:34:56.790Z',
      '2026-11-27T18:04:56.789+05:30',
      '2026-11-27T12:34:57+00:00',
      '0000-01-01T00:00:00Z',
      '0000-01-01T00:00:00+23:59',
      '2016-12-31T23:59:60Z',
      '2024-02-29t00:00:00Z',
      '2024-02-29T00:00:00z',
      '2024-02-29 00:00:00Z',
      '2023-02-29T00:00:00Z',
    ),
  },
);
const creation = record(
  {
    provider,
    id: fc.oneof(fc.uuid(), fc.constant('no-uuid')),
    state: fc.constantFrom('active', 'testing', 'active', 'testing', ...connectionStates),
    external_account: record({ id: maybe(text), username: maybe(text) }),
    granted_scopes: maybe(text),
    resources: fc.dictionary(fc.constantFrom('sleep', 'body', 'x y'), availability, { maxKeys: 2 }),
    label: maybe(text),
    integration_type: maybe(fc.constantFrom(...integrationTypes)),
    config: maybe(
      fc.dictionary(fc.constantFrom('a', 'max_tokens', 'é'), fc.constantFrom(1, 'x', null, [{ a: [] }])),
    ),
    credential_id: text,
    created_by: text,
    created_at: createdAt,
  },
  'provider',
);
/** Without the values that make nearly every body of many fields invalid. */
const usualCreation = record(
  {
    provider: fc.constantFrom(...providerCatalogue.keys(), 'aurora_ring'),
    id: fc.uuid(),
    state: fc.constantFrom('active', 'testing'),
    label: maybe(fc.string({ unit: 'grapheme', maxLength: 12 })),
  },
  'provider',
);
const failure = record({ cause: fc.constantFrom(...causeTypes, 'tired', 'Tired!'), message: text }, 'cause');

const workspace = '/sandbox/workspaces/ws_sandbox';
const page = '550e8400-e29b-41d4-a716-446655440000';
const bodies: readonly [
  name: string,
  path: string,
  body: fc.Arbitrary<Record<string, unknown>>,
  runs: number,
][] = [
  ['SandboxWorkspaceCreation', '/sandbox/workspaces', record({ name: text }), 30],
  ['SandboxUserCreation', `${workspace}/users`, record({ id: fc.oneof(fc.uuid(), text) }), 60],
  [
    'SandboxConnectionCreation',
    `${workspace}/users/${noConnections}/connections`,
    fc.oneof(usualCreation, creation),
    400,
  ],
  [
    'SandboxFailure',
    `${workspace}/users/${page}/connections/123e4567-e89b-12d3-a456-426614174000/fail`,
    failure,
    100,
  ],
];

describe.each(bodies)('any %s', async (name, path, body, runs) => {
  const violationsOf = await schemaAt('sandbox.yaml', ['components', 'schemas', name]);

  test('is accepted if the contract allows it, otherwise it is refused', async () => {
    const seen = { accepted: 0, refused: 0 };
    const property = fc.asyncProperty(body, async (value) => {
      const isAllowed = violationsOf(value).length === 0 && isTimeAllowed(value.created_at);
      const { status } = await post(server.url, path, value);
      seen[status === 422 ? 'refused' : 'accepted'] += 1;
      // A 409 is not about the body: the wearable is already connected, or the state does not allow the transition.
      expect(isAllowed ? [200, 201, 409] : [422]).toContain(status);
    });
    await fc.assert(property, propertyRuns(runs));
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(2);
  });
});

/** The rules in the description of `created_at`. */
function isTimeAllowed(given: unknown): boolean {
  if (typeof given !== 'string') return true;
  const [, year = '', second = ''] =
    /^(\d{4})-\d\d-\d\dT\d\d:\d\d:(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(given) ?? [];
  if (year === '' || second === '60') return false;
  const instant = new Date(given);
  return instant.getTime() <= Date.parse(now) && instant.getUTCFullYear() >= 0;
}
