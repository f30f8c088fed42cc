import { Junction, JunctionClient, JunctionError } from '@junction-api/sdk';
import { Vital, VitalClient, VitalError } from '@tryvital/vital-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';

let server: RunningServer;
let junction: JunctionClient;
let vital: VitalClient;
beforeAll(async () => {
  server = await startServer();
  const options = { apiKey: server.keys.junction, baseUrl: server.url, maxRetries: 0 };
  junction = new JunctionClient(options);
  vital = new VitalClient(options);
});
afterAll(() => server.close());

const unknownUser = '00000000-0000-4000-8000-00000000dead';
const userNotFound = { detail: 'User not found' };
const secondTenant = 'sk_us_second_key';

/** What a call throws. */
async function thrownBy(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => {
      throw new Error('The call has succeeded.');
    },
    (error: unknown) => error,
  );
}

async function createUser(): Promise<string> {
  const { userId } = await junction.user.create({ clientUserId: crypto.randomUUID() });
  return userId;
}

async function demoUser(): Promise<string> {
  const userId = await createUser();
  await junction.link.connectDemoProvider({ userId, provider: 'oura' });
  return userId;
}

describe('A client_user_id that exists', () => {
  test.each([
    ['@junction-api/sdk', () => junction, Junction.BadRequestError],
    ['@tryvital/vital-node', () => vital, Vital.BadRequestError],
  ])('is a BadRequestError with the user that has it, in %s', async (_, client, BadRequestError) => {
    const clientUserId = crypto.randomUUID();
    const user = await junction.user.create({ clientUserId });
    const error = await thrownBy(client().user.create({ clientUserId }));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      statusCode: 400,
      body: {
        detail: {
          error_type: 'INVALID_REQUEST',
          error_message: 'Client user id already exists.',
          user_id: user.userId,
          created_on: user.createdOn.toISOString().replace('Z', '+00:00'),
        },
      },
    });
  });
});

describe('A refresh that reads nothing', () => {
  const body = { success: false, error: 'user has no connected sources', failed_sources: [] };

  test('is a BadRequestError in @junction-api/sdk', async () => {
    const userId = await createUser();
    const error = await thrownBy(junction.user.refresh({ userId }));
    expect(error).toBeInstanceOf(Junction.BadRequestError);
    expect(error).toMatchObject({ statusCode: 400, body: { ...body, user_id: userId } });
  });

  test('is an error with the status 400 in @tryvital/vital-node', async () => {
    const userId = await createUser();
    const error = await thrownBy(vital.user.refresh(userId));
    expect(error).toBeInstanceOf(VitalError);
    expect(error).toMatchObject({ statusCode: 400, body: { ...body, user_id: userId } });
  });
});

describe('A user that does not exist', () => {
  const userId = unknownUser;
  test.each<[string, () => PromiseLike<unknown>]>([
    ['user.get', () => junction.user.get({ userId })],
    ['user.getByClientUserId', () => junction.user.getByClientUserId({ clientUserId: 'unknown' })],
    ['user.getConnectedProviders', () => junction.user.getConnectedProviders({ userId })],
    ['user.patch', () => junction.user.patch({ userId, fallbackTimeZone: 'Europe/London' })],
    ['user.delete', () => junction.user.delete({ userId })],
    ['user.undoDelete', () => junction.user.undoDelete({ userId })],
    ['user.refresh', () => junction.user.refresh({ userId })],
    ['user.deregisterProvider', () => junction.user.deregisterProvider({ userId, provider: 'oura' })],
    ['link.token', () => junction.link.token({ userId })],
    ['link.codeCreate', () => junction.link.codeCreate({ userId })],
    ['link.connectDemoProvider', () => junction.link.connectDemoProvider({ userId, provider: 'oura' })],
  ])('is a JunctionError with the status 404 for %s', async (_, call) => {
    const error = await thrownBy(call());
    expect(error).toBeInstanceOf(JunctionError);
    expect(error).toMatchObject({ statusCode: 404, body: userNotFound });
  });

  test('is a VitalError with the status 404', async () => {
    const error = await thrownBy(vital.user.get(userId));
    expect(error).toBeInstanceOf(VitalError);
    expect(error).toMatchObject({ statusCode: 404, body: userNotFound });
  });
});

test('A user of another tenant looks like one that does not exist', async () => {
  const userId = await createUser();
  const other = new JunctionClient({ apiKey: secondTenant, baseUrl: server.url, maxRetries: 0 });
  expect(await thrownBy(other.user.get({ userId }))).toMatchObject({ statusCode: 404, body: userNotFound });
  expect(await thrownBy(other.link.token({ userId }))).toMatchObject({ statusCode: 404, body: userNotFound });
  expect((await junction.user.get({ userId })).userId).toBe(userId);
});

describe('Invalid input', () => {
  test.each<[string, () => PromiseLike<unknown>, (string | number)[]]>([
    ['an id that is not a UUID', () => junction.user.get({ userId: 'x' }), ['path', 'user_id']],
    ['an empty client_user_id', () => junction.user.create({ clientUserId: '' }), ['body', 'client_user_id']],
    [
      'a day that does not exist',
      () => junction.user.create({ clientUserId: 'x', fallbackBirthDate: '2025-02-30' }),
      ['body', 'fallback_birth_date'],
    ],
    [
      'a redirect to a script',
      () => junction.link.token({ userId: unknownUser, redirectUrl: 'javascript:alert(1)' }),
      ['body', 'redirect_url'],
    ],
    ['a negative offset', () => junction.user.getAll({ offset: -1 }), ['query', 'offset']],
  ])('is an UnprocessableEntityError: %s', async (_, call, loc) => {
    const error = await thrownBy(call());
    expect(error).toBeInstanceOf(Junction.UnprocessableEntityError);
    expect(error).toMatchObject({
      statusCode: 422,
      body: { detail: [{ loc, msg: expect.any(String), type: expect.any(String) }] },
    });
  });

  test('is an UnprocessableEntityError of @tryvital/vital-node', async () => {
    const error = await thrownBy(vital.user.get('x'));
    expect(error).toBeInstanceOf(Vital.UnprocessableEntityError);
    expect(error).toMatchObject({ statusCode: 422, body: { detail: [{ loc: ['path', 'user_id'] }] } });
  });
});

describe('A refused call is a JunctionError with its status', () => {
  test('400 for a change without fields', async () => {
    const error = await thrownBy(junction.user.patch({ userId: await createUser() }));
    expect(error).toBeInstanceOf(JunctionError);
    expect(error).toMatchObject({ statusCode: 400, body: { detail: 'Nothing to patch' } });
  });

  test('409 for a change to a client_user_id that exists', async () => {
    const clientUserId = crypto.randomUUID();
    await junction.user.create({ clientUserId });
    const error = await thrownBy(junction.user.patch({ userId: await createUser(), clientUserId }));
    expect(error).toMatchObject({ statusCode: 409, body: { detail: 'Client user id already exists' } });
  });

  test('404 for a provider that the user has not connected', async () => {
    const userId = await createUser();
    const error = await thrownBy(junction.user.deregisterProvider({ userId, provider: 'oura' }));
    const body = { detail: 'The user has not connected this provider' };
    expect(error).toMatchObject({ statusCode: 404, body });
  });

  test('400 for a second demo connection to a provider, and for a link of a demo user', async () => {
    const userId = await demoUser();
    const again = junction.link.connectDemoProvider({ userId, provider: 'oura' });
    const body = { detail: { error_type: 'INVALID_REQUEST', error_message: expect.any(String) } };
    expect(await thrownBy(again)).toMatchObject({ statusCode: 400, body });
    expect(await thrownBy(junction.link.token({ userId }))).toMatchObject({ statusCode: 400, body });
  });

  test('400 for a code that nothing waits for', async () => {
    const { linkToken } = await junction.link.token({ userId: await createUser() });
    const request = { vitalLinkToken: linkToken, provider: 'renpho', mfaCode: '123456' } as const;
    const body = { detail: { error_message: 'No connection to this provider waits for a code.' } };
    const error = await thrownBy(junction.link.completePasswordProviderMfa(request));
    expect(error).toMatchObject({ statusCode: 400, body });
  });

  test('401 for a key or a link token that is not valid', async () => {
    const withoutKey = new JunctionClient({ apiKey: 'sk_us_wrong', baseUrl: server.url, maxRetries: 0 });
    const body = { detail: 'Invalid or missing API key' };
    expect(await thrownBy(withoutKey.user.getAll())).toMatchObject({ statusCode: 401, body });
    const listed = junction.link.getAllProviders({ vitalLinkToken: 'link_us_wrong' });
    const invalid = { detail: 'Invalid or missing link token' };
    expect(await thrownBy(listed)).toMatchObject({ statusCode: 401, body: invalid });
  });

  test('401 for a link token that was used', async () => {
    const { linkToken } = await junction.link.token({ userId: await createUser() });
    const token = { vitalLinkToken: linkToken };
    const account = { provider: 'renpho', username: 'ada', password: 'a' } as const;
    await junction.link.connectPasswordProvider({ ...token, ...account });
    const late = junction.link.generateOauthLink({ ...token, oauthProvider: 'oura' });
    expect(await thrownBy(late)).toMatchObject({ statusCode: 401 });
    expect(await junction.link.connectPasswordProvider({ ...token, ...account })).toMatchObject({
      state: 'error',
      errorType: 'token_consumed',
    });
  });
});

test.each([429, 500, 503])('A preferred %i is a JunctionError with its body', async (statusCode) => {
  const error = await thrownBy(junction.user.getAll({}, { headers: { Prefer: `code=${statusCode}` } }));
  expect(error).toBeInstanceOf(JunctionError);
  expect(error).toMatchObject({ statusCode, body: { detail: expect.any(String) } });
});
