import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causeTypes, integrationTypes } from '../../../server/model/connection.ts';
import { providerCatalogue } from '../../../server/model/provider-catalogue.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { keyHeaders, listPath, vendorLists } from '../../support/vendor-calls.ts';

const sandboxCheck = createResponseCheck('sandbox.yaml');
const checkedVendors = vendorLists.map((entry) => ({
  ...entry,
  checkResponse: createResponseCheck(entry.document),
}));
const template = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', '\0', '\ud800', '\u2028', 'é'.repeat(255), '🦉'.repeat(255), 'x'.repeat(256)),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
const scopes = fc.record({
  required: fc.array(text, { maxLength: 2 }),
  optional: fc.array(text, { maxLength: 2 }),
});
const availability = fc.record({
  status: fc.oneof(fc.constantFrom('available', 'unavailable'), text),
  scope_requirements: maybe(fc.record({ user_granted: scopes, user_denied: scopes })),
});
const moment = fc.oneof(
  fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '0000-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    '2024-02-29T24:00:00Z',
    '2024-02-29T00:00:00.123456789+05:30',
  ),
);
const creation = fc.record(
  {
    provider: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...providerCatalogue.keys(), 'aurora_ring') },
      { weight: 1, arbitrary: text },
    ),
    id: fc.uuid(),
    state: fc.constantFrom('active', 'testing', 'error'),
    external_account: fc.record({ id: maybe(text), username: maybe(text) }, { requiredKeys: [] }),
    granted_scopes: maybe(text),
    resources: fc.dictionary(fc.oneof(fc.constantFrom('sleep', 'body'), text), availability, { maxKeys: 3 }),
    label: maybe(text),
    integration_type: maybe(fc.constantFrom(...integrationTypes)),
    config: maybe(fc.dictionary(text, fc.jsonValue(), { maxKeys: 3 })),
    credential_id: text,
    created_by: text,
    created_at: moment,
  },
  { requiredKeys: ['provider'] },
);
const plainCreation = fc
  .constantFrom(...providerCatalogue.keys(), 'aurora_ring')
  .map((provider) => ({ provider }));

/** One call. `at` is the index of the connection among those created so far. */
type Step =
  | { readonly do: 'create'; readonly body: object }
  | { readonly do: 'sync' | 'expire' | 'revoke' | 'deactivate' | 'reconnect'; readonly at: number }
  | { readonly do: 'fail'; readonly at: number; readonly body: object }
  | { readonly do: 'delete'; readonly at: number };

const at = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(creation, plainCreation).map((body): Step => ({ do: 'create', body })) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('sync', 'expire', 'revoke', 'deactivate', 'reconnect'), at }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      at,
      body: fc.record(
        { cause: fc.constantFrom(...causeTypes, 'quota_exceeded'), message: text },
        { requiredKeys: ['cause'] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at }) },
);

interface Listed {
  readonly id: string;
  readonly listed_as: Record<string, string | null>;
}

describe.each(drivers)('on $name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });

  test('after any sequence of calls, all answers conform and each vendor lists what `listed_as` says', async () => {
    const { id, keys } = (await post(server.url, '/sandbox/workspaces', {})).json as {
      id: string;
      keys: never;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const userId = crypto.randomUUID();
        await post(server.url, `/sandbox/workspaces/${id}/users`, { id: userId });
        const path = `/sandbox/workspaces/${id}/users/${userId}/connections`;
        const ids: string[] = [];
        for (const taken of steps) {
          if (taken.do === 'create') {
            const answer = await post(server.url, path, taken.body);
            expect(await sandboxCheck({ method: 'post', path: template }, answer)).toEqual([]);
            expect([201, 409, 422]).toContain(answer.status);
            if (answer.status === 201) ids.push((answer.json as Listed).id);
            continue;
          }
          const target = `${path}/${ids[taken.at] ?? crypto.randomUUID()}`;
          if (taken.do === 'delete') {
            const answer = await ask(server.url, { method: 'DELETE', path: target });
            expect([204, 404]).toContain(answer.status);
            continue;
          }
          const answer =
            taken.do === 'fail'
              ? await post(server.url, `${target}/fail`, taken.body)
              : await ask(server.url, { method: 'POST', path: `${target}/${taken.do}` });
          const operation = `${template}/{connection_id}/${taken.do}`;
          expect(await sandboxCheck({ method: 'post', path: operation }, answer)).toEqual([]);
          expect([200, 404, 409, 422]).toContain(answer.status);
        }

        const neutral = await ask(server.url, { path: `${path}?limit=1000` });
        expect(await sandboxCheck({ method: 'get', path: template }, neutral)).toEqual([]);
        const { connections } = neutral.json as { connections: Listed[] };
        for (const { vendor, checkResponse, path: vendorTemplate } of checkedVendors) {
          const answer = await ask(server.url, {
            path: listPath(vendor, userId),
            headers: keyHeaders[vendor](keys[vendor]),
          });
          expect(answer.status).toBe(200);
          expect(await checkResponse({ method: 'get', path: vendorTemplate }, answer)).toEqual([]);
          const said = connections
            .map(({ listed_as }) => listed_as[vendor])
            .filter((status) => status !== null);
          expect(statuses(answer.json).sort()).toEqual(said.sort());
        }
      }),
      propertyRuns(30),
    );
  });
});

/** The status of each connection of a list, as `listed_as` writes it. */
function statuses(json: unknown): (string | undefined)[] {
  const list = json as { providers?: unknown[]; connections?: unknown[] } | unknown[];
  const rows = Array.isArray(list) ? list : (list.providers ?? list.connections ?? []);
  return rows.map((row) => {
    const { status, error_details } = row as {
      status: string;
      error_details?: { error_type: string } | null;
    };
    return status === 'error' ? (error_details?.error_type ?? status) : status;
  });
}
