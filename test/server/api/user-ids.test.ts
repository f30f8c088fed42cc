import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask, post } from '../../support/raw-http.ts';
import { listPath, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Each vendor's answer to an id that is not a UUID. Mielto's ids may be any string. */
const noUuid = {
  'open-wearables': { status: 400, json: { detail: 'user_id: must be a UUID' } },
  junction: {
    status: 422,
    json: { detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }] },
  },
  mielto: { status: 404, json: { detail: 'Connection not found' } },
};

describe.each(vendorNames)('%s does not find a user for', (vendor) => {
  test.each([
    ['an invalid percent-encoding', '%zz'],
    ['a lone percent sign', '%'],
    ['a byte that is not UTF-8', '%ff'],
    ['NUL', '%00'],
    ['a line break', 'a%0d%0aSet-Cookie:%20x=1'],
    ['an encoded slash', 'a%2Fb'],
    ['an encoded percent sign', '%2500'],
    ['dots', '%2e%2e'],
    ['an emoji', '%F0%9F%A6%89'],
    ['a lone surrogate, encoded', '%ED%A0%80'],
    ['the placeholder', '{user_id}'],
    ['a semicolon', ';'],
    ['a UUID without hyphens', '550e8400e29b41d4a716446655440000'],
    ['a UUID in braces', '{550e8400-e29b-41d4-a716-446655440000}'],
    ['a UUID with a space', '550e8400-e29b-41d4-a716-446655440000%20'],
    ['an SQL injection', "'%20or%20''='"],
    ['12,000 characters', 'x'.repeat(12_000)],
  ])('%s', async (_, id) => {
    const { status, json } = await ask(server.url, { path: listPath(vendor, id), headers: validKey(vendor) });
    expect({ status, json }).toEqual(noUuid[vendor]);
  });
});

describe.each(['open-wearables', 'junction'] as const)('%s', (vendor) => {
  test('ignores the case of an id', async () => {
    const [lower, upper] = await Promise.all(
      ['550e8400-e29b-41d4-a716-446655440000', '550E8400-E29B-41D4-A716-446655440000'].map((id) =>
        ask(server.url, { path: listPath(vendor, id), headers: validKey(vendor) }),
      ),
    );
    expect(lower?.status).toBe(200);
    expect(upper?.json).toEqual(lower?.json);
  });
});

test('mielto distinguishes ids by case', async () => {
  const id = '00000000-0000-4000-8000-00000000CAFE';
  const created = await post(server.url, '/sandbox/workspaces/ws_sandbox/users', { id });
  expect(created.json).toMatchObject({ id: id.toLowerCase() });
  const statuses = await Promise.all(
    [id.toLowerCase(), id].map(async (userId) => {
      const path = listPath('mielto', userId);
      return (await ask(server.url, { path, headers: validKey('mielto') })).status;
    }),
  );
  expect(statuses).toEqual([200, 404]);
});

test('a percent-encoded id is decoded', async () => {
  const id = '00000000%2D0000-4000-8000-00000000000%31';
  const answer = await ask(server.url, { path: listPath('mielto', id), headers: validKey('mielto') });
  expect(answer.status).toBe(200);
});
