import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { lastingDatabases, type TestDatabase } from '../../../support/databases.ts';
import {
  at,
  type CallJunction,
  callJunction,
  linkHeader,
  listedProviders,
  newUser,
} from './call-junction.ts';

/** How many requests are sent at once; half of them to each replica. */
const count = 8;

describe.each(lastingDatabases)('two replicas on one database, $name:', ({ create }) => {
  let database: TestDatabase;
  let servers: readonly RunningServer[] = [];
  beforeAll(async () => {
    database = await create();
    const { data } = database;
    // One after the other, because the first fills the database.
    const first = await startServer({ data });
    servers = [first, await startServer({ data })];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await database.dispose();
  });

  const calls = [0, 1].map((index) => callJunction(() => servers[index]?.url ?? ''));
  const call: CallJunction = (...request) => (calls[0] as CallJunction)(...request);

  /** Sends the same request several times at once, and resolves to the statuses, sorted. */
  async function together(...request: Parameters<CallJunction>) {
    return Promise.all(
      Array.from({ length: count }, (_, index) => (calls[index % 2] as CallJunction)(...request)),
    );
  }

  const statuses = (answers: readonly { readonly status: number }[]) =>
    answers.map(({ status }) => status).sort();
  const once = (success: number, late: number) => [success, ...Array.from({ length: count - 1 }, () => late)];

  test('one of several users with the same client_user_id is created', async () => {
    const answers = await together('POST /v2/user', { client_user_id: 'at-once' });
    expect(statuses(answers)).toEqual(once(200, 400));
    const ids = answers.map(({ body }) => at(body, 'user_id') ?? at(body, 'detail.user_id'));
    expect(new Set(ids).size).toBe(1);
  });

  test('one of several users gets a client_user_id', async () => {
    const users = await Promise.all(Array.from({ length: count }, () => newUser(call)));
    const answers = await Promise.all(
      users.map((user, index) =>
        (calls[index % 2] as CallJunction)(`PATCH /v2/user/${user}`, { client_user_id: 'wanted' }),
      ),
    );
    expect(statuses(answers)).toEqual(once(204, 409));
  });

  test('a link token connects once, and the late ones learn that it was used', async () => {
    const user = await newUser(call);
    const header = await linkHeader(call, user);
    const body = { username: 'ada', password: 'p' };
    const answers = await together('POST /v2/link/provider/password/renpho', body, header);
    const results = answers.map((answer) => at(answer.body, 'error_type') ?? at(answer.body, 'state')).sort();
    expect(results).toEqual(['success', ...Array.from({ length: count - 1 }, () => 'token_consumed')]);
    expect(await listedProviders(call, user)).toEqual(['renpho connected']);
  });

  test('a demo connection is made once', async () => {
    const user = await newUser(call);
    const answers = await together('POST /v2/link/connect/demo', { user_id: user, provider: 'oura' });
    expect(statuses(answers)).toEqual(once(200, 400));
    expect(await listedProviders(call, user)).toEqual(['oura connected']);
  });

  test('a provider is disconnected once', async () => {
    const user = await newUser(call);
    await call('POST /v2/link/connect/demo', { user_id: user, provider: 'oura' });
    expect(statuses(await together(`DELETE /v2/user/${user}/oura`))).toEqual(once(200, 404));
  });

  test('a user is deleted once, and restored once', async () => {
    const user = await newUser(call);
    expect(statuses(await together(`DELETE /v2/user/${user}`))).toEqual(once(200, 404));
    const restored = statuses(await together(`POST /v2/user/undo_delete?user_id=${user}`));
    expect(restored.filter((status) => status === 200)).toEqual([200]);
    expect(new Set(restored)).toEqual(new Set([200, 404]));
  });
});
