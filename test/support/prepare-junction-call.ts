import type { ExampleCall } from './example-calls.ts';
import { ask } from './raw-http.ts';
import { validKey } from './vendor-calls.ts';

/** The server that is called, and the token of its sandbox API. */
export interface PreparedServer {
  readonly url: string;
  readonly sandboxToken?: string;
}

const user = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

/** Does what a call to Junction presupposes. Resolves to the header of the link token, if it needs one. */
export async function prepareJunctionCall(
  server: PreparedServer,
  { operation, name }: Pick<ExampleCall, 'operation' | 'name'>,
): Promise<Record<string, string>> {
  const send = (method: string, path: string, body?: object) => sendTo(server, { method, path, body });
  switch (`${operation.id} ${name}`) {
    case 'undoDeleteJunctionUser restored':
    case 'undoDeleteJunctionUser restored-by-client-user-id':
      await send('DELETE', `/v2/user/${user(1)}`);
      return {};
    case 'undoDeleteJunctionUser taken':
      await send('DELETE', `/v2/user/${user(6)}`);
      await send('POST', '/v2/user', { client_user_id: user(6) });
      return {};
    case 'refreshJunctionUser in-progress': {
      const resources = { sleep: { status: 'available', scope_requirements: null } };
      await send('POST', `/sandbox/workspaces/ws_sandbox/users/${user(10)}/connections`, {
        provider: 'oura',
        state: 'testing',
        resources,
      });
      return {};
    }
    case 'createJunctionLinkToken demo-user':
      await send('POST', '/v2/link/connect/demo', { user_id: user(8), provider: 'oura' });
      return {};
    case 'connectJunctionDemo already-connected':
      await send('POST', '/v2/link/connect/demo', { user_id: user(7), provider: 'fitbit' });
      return {};
  }
  if (!operation.security.some((scheme) => scheme?.schemeName === 'JunctionLinkToken')) return {};

  const isDemo = name === 'demo-user';
  const owner = isDemo ? await newUser(server) : user(1);
  const headers = { 'x-vital-link-token': await linkToken(server, owner) };
  if (isDemo) await send('POST', '/v2/link/connect/demo', { user_id: owner, provider: 'oura' });
  if (operation.id === 'completeJunctionPasswordMfa' && name !== 'nothing-pending') {
    const body = { username: 'mfa', password: 'an example of a password' };
    await sendTo(server, { method: 'POST', path: '/v2/link/provider/password/renpho', body, headers });
  }
  return headers;
}

/** Creates a link token for a user. */
export async function linkToken(
  server: PreparedServer,
  userId: string,
  settings: object = {},
): Promise<string> {
  const body = { user_id: userId, ...settings };
  const { json } = await sendTo(server, { method: 'POST', path: '/v2/link/token', body });
  return String(Reflect.get(Object(json), 'link_token'));
}

async function newUser(server: PreparedServer): Promise<string> {
  const body = { client_user_id: crypto.randomUUID() };
  const { json } = await sendTo(server, { method: 'POST', path: '/v2/user', body });
  return String(Reflect.get(Object(json), 'user_id'));
}

function sendTo(
  { url, sandboxToken }: PreparedServer,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body?: object | undefined;
    readonly headers?: Readonly<Record<string, string>>;
  },
) {
  const { method, path, body } = request;
  const sandbox = sandboxToken === undefined ? {} : { Authorization: `Bearer ${sandboxToken}` };
  const credentials = path.startsWith('/sandbox/') ? sandbox : validKey('junction');
  return ask(url, {
    method,
    path,
    headers: { 'Content-Type': 'application/json', ...credentials, ...request.headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
