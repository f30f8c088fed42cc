import { describe, expect, test } from 'vitest';
import { listOperationOf, readContract } from '../../../contract/contract.ts';
import { answerViolations } from '../../../server/api/answer-violations.ts';
import type { Problem } from '../../../server/api/problem.ts';
import { causeTypes, connectionStates } from '../../../server/model/connection.ts';
import { providerCatalogue } from '../../../server/model/provider-catalogue.ts';
import { openWearables06, presentOpenWearables06 } from '../../../server/vendors/open-wearables-0-6.ts';
import { providerSync } from '../../../server/vendors/open-wearables-sync.ts';
import { shownStatus } from '../../../server/vendors/status-column.ts';
import { uuidFault } from '../../../server/vendors/uuid-fault.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { connectionIn } from '../../support/connection-in.ts';
import { workspaceSeed } from '../../support/workspace-seed.ts';

const contract = readContract('open-wearables', '0-6');
const { responses } = listOperationOf('open-wearables', '0-6');

function responseOf(status: number) {
  const response = responses.get(status);
  if (response === undefined) throw new Error(`The edition does not document ${status}.`);
  const [media] = response.content.values();
  return { response, examples: media?.examples ?? new Map<string, unknown>() };
}

const conforms = (status: number, body: unknown) => {
  const { headers = {} } = openWearables06.renderProblem({ kind: 'unavailable' });
  const answer = { status, body, ...(status === 503 ? { headers } : {}) };
  return answerViolations(responseOf(status).response, contract.schemaAt, answer);
};

describe('a connection in the edition 0-6', () => {
  const { connections } = workspaceSeed('00000000-0000-4000-8000-0000000000aa');
  const named = [...responseOf(200).examples.keys()];
  const ofExamples = scenarioUsers.filter(({ name }) => named.includes(name));

  test.each(ofExamples)('is shown as in the example $name of the edition', ({ name, userId }) => {
    const own = connections.filter(
      (connection) =>
        connection.userId === userId &&
        typeof providerCatalogue.get(connection.provider)?.slugs['open-wearables'] === 'string',
    );
    const body = own
      .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
      .map((connection) => presentOpenWearables06(connection));
    expect(body).toEqual(responseOf(200).examples.get(name));
    expect(conforms(200, body)).toEqual([]);
  });

  test('has six decimals in a time that has any, and none otherwise', () => {
    const connection = {
      ...connectionIn('active', null),
      createdAt: '2026-10-01T08:00:00.654Z',
      updatedAt: '2026-10-01T08:00:01.000Z',
      lastSyncedAt: '2026-10-01T08:00:00.040Z',
    };
    const shown = presentOpenWearables06(connection);
    expect(shown).toMatchObject({
      created_at: '2026-10-01T08:00:00.654000Z',
      updated_at: '2026-10-01T08:00:01Z',
      last_synced_at: '2026-10-01T08:00:00.040000Z',
    });
    expect(conforms(200, [shown])).toEqual([]);
  });

  test('names the linked users only if it is active and has an external account', () => {
    const linked = ['00000000-0000-4000-8000-00000000000b'];
    const active = { ...connectionIn('active', null), externalId: '1' };
    expect(presentOpenWearables06(active, linked).linked_user_ids).toEqual(linked);
    expect(presentOpenWearables06({ ...active, externalId: null }, linked).linked_user_ids).toEqual([]);
    expect(presentOpenWearables06({ ...active, state: 'inactive' }, linked).linked_user_ids).toEqual([]);
  });

  test('is never expired, in any state and for any cause', () => {
    const shown = connectionStates.flatMap((state) =>
      causeTypes.map((type) =>
        shownStatus(openWearables06.statuses, { state, cause: { type, message: '', occurredAt: '' } }),
      ),
    );
    expect([...new Set(shown)].toSorted()).toEqual(['active', 'revoked']);
  });

  test.each([
    ['garmin', { max_historical_days: 30, webhook_callback: true, live_sync_mode: 'webhook' }],
    ['strava', { max_historical_days: null, rest_pull: true, webhook_ping: true, live_sync_mode: 'pull' }],
    ['apple', { icon_url: '/static/provider-icons/apple.svg', rest_pull: false, live_sync_mode: null }],
    ['coros', { icon_url: null, rest_pull: false, webhook_stream: false, live_sync_mode: null }],
    ['constructor', { icon_url: null, max_historical_days: null, live_sync_mode: null }],
  ])('has the fields of its provider: %s', (provider, fields) => {
    expect(providerSync(provider)).toMatchObject(fields);
  });
});

describe('an error in the edition 0-6', () => {
  const uuid = { in: 'path', name: 'user_id', message: 'must be a UUID', code: 'uuid_parsing' } as const;

  test.each<[Problem, number, string]>([
    [{ kind: 'unauthenticated' }, 401, 'Authentication required: provide JWT token or API key'],
    [{ kind: 'invalid', faults: [uuid] }, 400, 'Input should be a valid UUID'],
    [
      { kind: 'invalid', faults: [{ ...uuid, value: 'abc' }] },
      400,
      'Input should be a valid UUID, invalid length: expected length 32 for simple format, found 3 - invalid length: expected length 32 for simple format, found 3',
    ],
    [{ kind: 'unavailable' }, 503, 'Service unavailable'],
    [{ kind: 'internal' }, 500, 'Internal server error'],
  ])('%o is documented, with the text of the server', (problem, status, detail) => {
    const answer = openWearables06.renderProblem(problem);
    expect(answer).toMatchObject({ status, body: { detail } });
    expect(conforms(status, answer.body)).toEqual([]);
  });

  test('a method that the path does not have is refused in the words of its framework', () => {
    expect(openWearables06.renderProblem({ kind: 'method-not-allowed', allow: 'GET' })).toEqual({
      status: 405,
      body: { detail: 'Method Not Allowed' },
      headers: { Allow: 'GET' },
    });
  });

  test.each([
    ['abc', 'invalid length: expected length 32 for simple format, found 3'],
    ['00000000-0000-4000-8000-0000000000011', 'invalid group length in group 4: expected 12, found 13'],
    [' 00000000-0000-4000-8000-000000000001', 'invalid character: found ` ` at 1'],
    ['00000000-0000-4000-8000-000000000001\0', 'invalid character: found `\0` at 37'],
    ['0-0', 'invalid group count: expected 5, found 2'],
  ])('the text %o is not a UUID because of its first fault', (text, fault) => {
    expect(uuidFault(text)).toBe(fault);
  });
});
