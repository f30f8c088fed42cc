import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { ask, post } from '../../support/raw-http.ts';
import { at, callJunction, linkHeader, newUser } from '../vendors/junction/call-junction.ts';
import { clockOf, newWorkspace } from './clock-of.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
const url = () => server.url;

/** A workspace whose clock is frozen. */
async function frozen() {
  const workspace = await newWorkspace(url());
  const clock = clockOf(url, workspace.id);
  await clock.freeze();
  return { workspace, clock, call: callJunction(url, workspace.keys.junction) };
}

describe('by the clock of its workspace,', () => {
  test("Junction's link token expires after an hour", async () => {
    const { clock, call } = await frozen();
    const header = await linkHeader(call, await newUser(call));
    const state = async () =>
      at(
        (await call('POST /v2/link/provider/email/freestyle_libre', { email: 'expired@x.org' }, header)).body,
        'error_type',
      );
    await clock.by('PT59M59S');
    expect(await state()).toBe('provider_password_expired');
    await clock.by('PT1S');
    expect(await state()).toBe('token_expired');
  });

  test('the pages of a link show that it has expired', async () => {
    const { clock, call } = await frozen();
    const { body } = await call('POST /v2/link/token', { user_id: await newUser(call) });
    const path = String(at(body, 'link_web_url')).slice(url().length);
    expect((await ask(url(), { path })).status).toBe(200);
    await clock.by('PT1H');
    expect((await ask(url(), { path })).status).toBe(410);
  });

  test.each(['PT14M59S', 'PT15M'])(
    "the states of Open Wearables' and Mielto's OAuth after %s",
    async (time) => {
      const { workspace, clock } = await frozen();
      const isOver = time === 'PT15M';
      const query = `user_id=${workspace.own_user_id}&redirect_uri=${encodeURIComponent('https://app.example/end')}`;
      const first = await ask(url(), {
        path: `/api/v1/oauth/oura/authorize?${query}`,
        headers: { 'X-API-Key': workspace.keys['open-wearables'] },
      });
      const second = await post(
        url(),
        '/api/v1/oauth/initiate',
        { integration_id: 'slack', redirect_uri: 'https://app.example/end' },
        { Authorization: `Bearer ${workspace.keys.mielto}` },
      );
      await clock.by(time);
      for (const consent of [at(first.json, 'authorization_url'), at(second.json, 'auth_url')]) {
        const decided = await ask(url(), { path: `${String(consent).slice(url().length)}&simulate=grant` });
        const back = await ask(url(), { path: String(decided.headers.location).slice(url().length) });
        expect(back.status).toBe(isOver ? 400 : 303);
      }
    },
  );

  test('a deleted user can be restored for 7 days', async () => {
    const { clock, call } = await frozen();
    const user = await newUser(call);
    const remove = () => call(`DELETE /v2/user/${user}`);
    const undo = async () => (await call(`POST /v2/user/undo_delete?user_id=${user}`)).status;
    await remove();
    await clock.by('P7D');
    expect(await undo()).toBe(200);
    await remove();
    await clock.by('P7DT1S');
    expect(await undo()).toBe(404);
  });
});
