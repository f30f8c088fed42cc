import { textAt, type World } from './world.ts';

/** Makes a user by each API, link tokens, a wearable and an integration, so that most calls of a sequence meet some. */
export async function populate(world: World): Promise<void> {
  const ada = await world.call('junction', 'POST /v2/user', { body: { client_user_id: 'ada' } });
  const bob = await world.call('open-wearables', 'POST /api/v1/users', { body: { external_user_id: 'bob' } });
  const slack = await world.call('mielto', 'POST /api/v1/connections', {
    body: {
      integration: 'slack',
      integration_type: 'connectors',
      user_id: '7a64c1f8-0000-4000-8000-000000000001',
      credential_id: 'cred_1',
    },
  });
  const userIds = [textAt(ada.json, 'user_id'), textAt(bob.json, 'id'), textAt(slack.json, 'user_id')];
  for (const userId of userIds) {
    if (userId === undefined) throw new Error('A user of the sequence was not created.');
    world.userIds.add(userId);
    const body = { user_id: userId, redirect_url: 'myapp://linked' };
    const { json } = await world.call('junction', 'POST /v2/link/token', { body });
    world.linkTokens.push(String(textAt(json, 'link_token')));
    const path = { workspace_id: world.id, user_id: userId };
    const oura = await world.call(
      'sandbox',
      'POST /sandbox/workspaces/{workspace_id}/users/{user_id}/connections',
      { path, body: { provider: 'oura' } },
    );
    world.connections.push({ id: String(textAt(oura.json, 'id')), userId });
  }
  world.connections.push({ id: String(textAt(slack.json, 'id')), userId: String(userIds[2]) });
}
