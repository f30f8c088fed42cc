import { describe, expect, test } from 'vitest';
import { scenarioUsers } from '../../../../spec/scenarios.ts';
import { openai, useMieltoServer } from './mielto-server.ts';

const users = scenarioUsers.length + 3;
const server = useMieltoServer({ limits: { connections: 2, users, links: 2, listBytes: 300 } });
const refused = (limit: string, value: number) => ({
  status: 409,
  json: { detail: expect.stringMatching(`: ${value}.* --limit ${limit}=NUMBER\\.$`) },
});
const path = '/api/v1/connections';

test('a user with as many connections as the limit allows gets no more, also not with OAuth', async () => {
  const user_id = '00000000-0000-4000-8000-000000000001';
  const made = [await server.connect({ ...openai, user_id }), await server.connect({ ...openai, user_id })];
  const body = { ...openai, user_id };
  expect(await server.call('POST', path, { body })).toMatchObject(refused('connections', 2));
  const initiation = { integration_id: 'gmail', user_id };
  const { json } = await server.call('POST', '/api/v1/oauth/initiate', { body: initiation });
  const { state } = json as { state: string };
  await server.decide(state);
  const finish = () => server.call('GET', `/api/v1/oauth/callback?state=${state}&code=the-code`);
  expect(String((await finish()).headers.location)).toContain('error=limit_reached');
  await server.call('DELETE', `${path}/${made[0]?.id}`);
  expect(String((await finish()).headers.location)).toContain('status=success');
});

test('a change that makes the list of a user too large is refused', async () => {
  const made = await server.connect({ ...openai, user_id: 'the-first', config: { a: 'x' } });
  const body = { config: { a: 'x'.repeat(400) } };
  expect(await server.call('PUT', `${path}/${made.id}`, { body })).toMatchObject(refused('listBytes', 300));
});

describe('a workspace with as many', () => {
  test('users as the limit allows gets no more by a connection', async () => {
    await server.connect({ ...openai, user_id: 'the-last' });
    const body = { ...openai, user_id: 'one-too-many' };
    expect(await server.call('POST', path, { body })).toMatchObject(refused('users', users));
    const initiation = { integration_id: 'gmail', user_id: 'one-too-many' };
    const answer = await server.call('POST', '/api/v1/oauth/initiate', { body: initiation });
    expect(answer).toMatchObject(refused('users', users));
  });

  test('unfinished links as the limit allows gets no more until they expire', async () => {
    server.clock.now += 15 * 60 * 1000;
    const initiate = () =>
      server.call('POST', '/api/v1/oauth/initiate', { body: { integration_id: 'gmail' } });
    expect([(await initiate()).status, (await initiate()).status]).toEqual([200, 200]);
    expect(await initiate()).toMatchObject(refused('links', 2));
    server.clock.now += 15 * 60 * 1000;
    expect((await initiate()).status).toBe(200);
  });
});
