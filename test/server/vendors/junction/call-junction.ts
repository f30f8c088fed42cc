/** An answer of the server. `body` is undefined if there is none. */
export interface JunctionAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends a request to Junction's API: method and path in one text, then a body as JSON, then headers in place of the key. */
export type CallJunction = (
  request: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<JunctionAnswer>;

/** Makes the function that sends requests with a key; that of the default workspace if none is given. */
export function callJunction(url: () => string, key = 'sk_us_sandbox_key'): CallJunction {
  return async (request, body, headers = { 'x-vital-api-key': key }) => {
    const [method = 'GET', path = ''] = request.split(' ');
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await fetch(url() + path, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/** The value at a path of names, such as `users.0.user_id`; undefined if there is none. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((part: unknown, name) => Reflect.get(Object(part), name), value);
}

/** Creates a user and returns its id. */
export async function newUser(call: CallJunction): Promise<string> {
  const { body } = await call('POST /v2/user', { client_user_id: crypto.randomUUID() });
  return String(at(body, 'user_id'));
}

/** Creates a link token and returns the header that carries it. */
export async function linkHeader(
  call: CallJunction,
  userId: string,
  settings: object = {},
): Promise<{ 'x-vital-link-token': string }> {
  const { body } = await call('POST /v2/link/token', { user_id: userId, ...settings });
  return { 'x-vital-link-token': String(at(body, 'link_token')) };
}

/** The slugs of the providers that Junction lists for a user, each with its status. */
export async function listedProviders(call: CallJunction, userId: string): Promise<string[]> {
  const { body } = await call(`GET /v2/user/providers/${userId}`);
  const providers = at(body, 'providers');
  return Array.isArray(providers) ? providers.map(({ slug, status }) => `${slug} ${status}`) : [];
}
