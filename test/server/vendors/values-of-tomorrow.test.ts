import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { type Vendor, vendorNames } from '../../../spec/vendors.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { listPath, validKey, vendorLists } from '../../support/vendor-calls.ts';

const users = '/sandbox/workspaces/ws_sandbox/users';

describe.each(drivers)('on $name', (kind) => {
  let database: TestDatabase;
  let server: RunningServer;
  let userId: string;
  beforeAll(async () => {
    database = await kind.create();
    server = await startServer({ data: database.data });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });
  beforeEach(async () => {
    userId = ((await post(server.url, users, {})).json as { id: string }).id;
  });

  async function connect(body: object, status = 201) {
    const answer = await post(server.url, `${users}/${userId}/connections`, body);
    expect(answer.status).toBe(status);
    return answer.json as { id: string; listed_as: Record<Vendor, string | null> };
  }

  /** What each vendor lists. Each list is checked by its contract. */
  async function lists(): Promise<Record<Vendor, string>> {
    const texts = vendorLists.map(async ({ vendor, document, path }) => {
      const answer = await ask(server.url, { path: listPath(vendor, userId), headers: validKey(vendor) });
      const check = createResponseCheck(document);
      expect([answer.status, await check({ method: 'get', path }, answer)]).toEqual([200, []]);
      return [vendor, answer.text];
    });
    return Object.fromEntries(await Promise.all(texts));
  }

  test('a wearable that no catalogue contains is listed by the vendors of wearables, by its slug', async () => {
    const made = await connect({ provider: 'aurora_ring' });
    expect(made.listed_as).toEqual({ 'open-wearables': 'active', junction: 'connected', mielto: null });
    const listed = await lists();
    expect(JSON.parse(listed['open-wearables'])).toMatchObject([{ id: made.id, provider: 'aurora_ring' }]);
    expect(JSON.parse(listed.junction)).toMatchObject({
      providers: [{ slug: 'aurora_ring', name: 'aurora_ring', logo: expect.stringContaining('aurora_ring') }],
    });
    expect(JSON.parse(listed.mielto)).toMatchObject({ connections: [], total: 0 });
  });

  test('an integration that no catalogue contains is listed, shown, changed and removed by Mielto', async () => {
    const made = await connect({ provider: 'aurora_notes', integration_type: 'custom' });
    expect(made.listed_as).toEqual({ 'open-wearables': null, junction: null, mielto: 'active' });
    const listed = await lists();
    expect(JSON.parse(listed['open-wearables'])).toEqual([]);
    expect(JSON.parse(listed.junction)).toEqual({ providers: [] });
    const shown = { id: made.id, integration: 'aurora_notes', integration_type: 'custom' };
    expect(JSON.parse(listed.mielto)).toMatchObject({ connections: [shown], total: 1 });
    const path = `/api/v1/connections/${made.id}`;
    const headers = { ...validKey('mielto'), 'Content-Type': 'application/json' };
    expect((await ask(server.url, { path, headers })).json).toMatchObject(shown);
    const body = JSON.stringify({ label: 'Notes', credentials: { anything: 1 } });
    expect((await ask(server.url, { method: 'PUT', path, headers, body })).json).toMatchObject({
      label: 'Notes',
    });
    expect((await ask(server.url, { method: 'DELETE', path, headers })).status).toBe(204);
  });

  test('an error type that no list contains is shown by Junction as it is, by the others like `unknown`', async () => {
    const { id } = await connect({ provider: 'garmin' });
    const fail = (body: object) => post(server.url, `${users}/${userId}/connections/${id}/fail`, body);
    const failed = (await fail({ cause: 'quota_exceeded', message: 'Too much.' })).json;
    const listedAs = { 'open-wearables': 'expired', junction: 'quota_exceeded', mielto: null };
    expect(failed).toMatchObject({ state: 'error', listed_as: listedAs });
    const listed = await lists();
    expect(JSON.parse(listed['open-wearables'])).toMatchObject([{ status: 'expired' }]);
    expect(JSON.parse(listed.junction)).toMatchObject({
      providers: [
        { status: 'error', error_details: { error_type: 'quota_exceeded', error_message: 'Too much.' } },
      ],
    });
    expect((await fail({ cause: 'connected' })).status).toBe(200);
    expect(JSON.parse((await lists()).junction)).toMatchObject({ providers: [{ status: 'error' }] });
  });

  test('a resource and an availability that no list contains are shown by Junction', async () => {
    const brain_waves = { status: 'paused', scope_requirements: null };
    await connect({ provider: 'oura', resources: { brain_waves } });
    expect(JSON.parse((await lists()).junction)).toMatchObject({
      providers: [{ resource_availability: { brain_waves } }],
    });
  });

  test.each(['constructor', '__proto__', 'z'.repeat(64)])('%s can be a new provider', async (provider) => {
    await connect({ provider });
    const listed = await lists();
    for (const vendor of vendorNames)
      expect(listed[vendor].includes(`"${provider}"`)).toBe(vendor !== 'mielto');
  });

  test("a vendor's own slug of a provider in the catalogue is refused", async () => {
    const refused = await connect({ provider: 'health_connect' }, 422);
    const detail = 'must be the neutral slug google';
    expect(refused).toMatchObject({ errors: [{ pointer: '/body/provider', detail }] });
  });

  test('a user has a new wearable once', async () => {
    await connect({ provider: 'aurora_ring' });
    await connect({ provider: 'aurora_ring' }, 409);
  });
});
