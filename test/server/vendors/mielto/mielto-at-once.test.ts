import { describe, expect, test } from 'vitest';
import { openai, useMieltoServer } from './mielto-server.ts';

const path = '/api/v1/connections';
const statusesOf = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted();

describe('at once', () => {
  const server = useMieltoServer();

  test('several connections of a user that does not exist create one user', async () => {
    const user_id = crypto.randomUUID();
    const bodies = Array.from({ length: 5 }, () => ({ ...openai, user_id }));
    await Promise.all(bodies.map((body) => server.connect(body)));
    expect(await server.list(user_id)).toHaveLength(5);
  });

  test('one of two removals is late', async () => {
    const made = await server.connect(openai);
    const remove = () => server.call('DELETE', `${path}/${made.id}`);
    expect(statusesOf(await Promise.all([remove(), remove()]))).toEqual([204, 404]);
  });

  test('a change and a removal end with no connection', async () => {
    const made = await server.connect(openai);
    const own = `${path}/${made.id}`;
    const [changed, removed] = await Promise.all([
      server.call('PUT', own, { body: { label: 'New' } }),
      server.call('DELETE', own),
    ]);
    expect([200, 404]).toContain(changed?.status);
    expect(removed?.status).toBe(204);
    expect((await server.call('GET', own)).status).toBe(404);
  });

  test('one of two callbacks is late', async () => {
    const user_id = crypto.randomUUID();
    const body = { integration_id: 'gmail', user_id };
    const { json } = await server.call('POST', '/api/v1/oauth/initiate', { body });
    const { state } = json as { state: string };
    await server.decide(state);
    const finish = () => server.call('GET', `/api/v1/oauth/callback?state=${state}&code=the-code`);
    expect(statusesOf(await Promise.all([finish(), finish()]))).toEqual([303, 400]);
    expect(await server.list(user_id)).toHaveLength(1);
  });
});
