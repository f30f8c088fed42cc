import { type IncomingMessage, request } from 'node:http';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { keyHeaders, keys, listPath } from '../support/vendor-calls.ts';

/** One request for a list. */
export interface Probe {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const pageUser = '550e8400-e29b-41d4-a716-446655440000';
const many = '00000000-0000-4000-8000-000000000008';
const ownUser = '00000000-0000-4000-8000-000000000010';
const secondUser = '00000000-0000-4000-8000-000000000020';

/** Made by the tests in the second workspace. */
export const lettersUser = 'abcdefab-cdef-4abc-8def-abcdefabcdef';

const awkwardIds = [
  'not-a-uuid',
  pageUser.toUpperCase(),
  `${pageUser}x`,
  pageUser.replaceAll('-', ''),
  `%7B${pageUser}%7D`,
  `urn:uuid:${pageUser}`,
  `${pageUser}%20`,
  `${pageUser}%00`,
  `${pageUser}%0A`,
  `%2535${pageUser.slice(1)}`,
  '00000000-0000-0000-0000-000000000000',
  'constructor',
  '%00',
  '%ff',
  "'%20or%201",
  '%F0%9F%A6%89',
  '%25',
  'x'.repeat(4000),
];

const queries = [
  'limit=1',
  'limit=5',
  'limit=5&skip=5',
  'limit=3&skip=4',
  'limit=1000',
  'limit=500&skip=0',
  'skip=1150',
  'skip=5000',
  'skip=99999999999',
  'limit=0',
  'limit=-1',
  'limit=1001',
  'skip=-1',
  'limit=',
  'skip=',
  'limit=x',
  'skip=x',
  'limit=5x',
  'skip=5x',
  'limit=1.5',
  'skip=1.5',
  'limit=1e2',
  'skip=1e2',
  'limit=0x10',
  'limit=010',
  'skip=0x10',
  'limit=7&limit=5',
  'skip=7&skip=5',
  'cursor=x',
  'status=paused',
  'status=ACTIVE',
  'status=',
  'status=active&status=inactive',
  'integration_type=plugin',
  'integration_type=API',
  'integration_type=',
  'integration_type=api',
  'integration_type=api&integration_type=mcp',
  'status=active',
  'status=inactive',
  'status=testing',
  'status=error',
  'status=expired',
  'status=active&integration_type=mcp',
  'status=inactive&limit=5',
  'integration_type=mcp&limit=5&skip=5',
];

/** Requests that between them show every rule; those that a proxy has to learn from come first. */
export function probesOf(vendor: Vendor): readonly Probe[] {
  const withKey = (key: string) => keyHeaders[vendor](key);
  const { first, second, revoked } = keys[vendor];
  const own = withKey(first);
  const at = (userId: string, headers: Readonly<Record<string, string>> = own, query = ''): Probe => ({
    path: `${listPath(vendor, userId)}${query === '' ? '' : `?${query}`}`,
    headers,
  });
  const users = scenarioUsers.map(({ userId }) => userId).filter((userId) => userId !== many);
  const others = (['open-wearables', 'junction', 'mielto'] as const).filter((other) => other !== vendor);
  const [name = ''] = Object.keys(own);
  const refused: readonly Readonly<Record<string, string>>[] = [
    {},
    { [name]: '' },
    ...[
      `${first.slice(0, 6)}other`,
      first.slice(0, -2),
      `${first}x`,
      first.toUpperCase(),
      'wrong',
      'wrong',
      `${first.slice(0, 6)}%`,
      first.replace(/^[a-z]+_/, 'zz_'),
      `${first} x`,
      `${first};`,
      `${first.slice(0, 5)} ${first.slice(5)}`,
      revoked,
    ].map(withKey),
    { 'X-Auth-Token': first },
    { Cookie: `key=${first}` },
    { [name]: `Token ${first}` },
    { [name]: `Basic ${Buffer.from(`${first}:`).toString('base64')}` },
    ...others.map((other) => withKey(keys[other].first)),
  ];
  const asked = vendor === 'mielto' ? queries : [];
  const twice = [pageUser, '00000000-0000-4000-8000-000000000002', pageUser, pageUser];
  return [
    ...[...users, unknownUser.userId, ownUser, ...twice].map((userId) => at(userId)),
    at(secondUser, withKey(second)),
    at(secondUser),
    at(ownUser, withKey(second)),
    at(pageUser, withKey(second)),
    // Any other API's key has to have been seen before it can be mistaken.
    ...others.map((other) => ({
      path: listPath(other, pageUser),
      headers: keyHeaders[other](keys[other].first),
    })),
    ...refused.flatMap((headers) =>
      [pageUser, unknownUser.userId, 'not-a-uuid'].map((userId) => at(userId, headers)),
    ),
    at(pageUser, {}, `api_key=${first}`),
    at(pageUser, {}, `${name}=${first}`),
    at('00000000-0000-4000-8000-000000000002', {}),
    at(unknownUser.userId, own, 'status=active'),
    at(secondUser, own, 'status=active'),
    at(lettersUser, withKey(second)),
    at(lettersUser.toUpperCase()),
    at(secondUser, { ...own, 'X-Workspace-Id': 'ws_second' }, 'status=active'),
    at(pageUser, {}, 'limit=0'),
    at(pageUser, withKey('wrong'), 'limit=0'),
    ...awkwardIds.map((userId) => at(userId)),
    ...asked.flatMap((query) =>
      [many, pageUser, '00000000-0000-4000-8000-000000000002'].map((userId) => at(userId, own, query)),
    ),
    at(pageUser, { ...own, 'X-Workspace-Id': 'ws_second' }),
    at(pageUser, { ...own, 'X-Workspace-Id': 'ws_sandbox' }),
  ];
}

/** All that comes back, as text: the head without what differs each time, and the bytes of the body. */
export function seen(baseUrl: string, { path, headers }: Probe): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path, headers, agent: false }, (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      const told = (end: string) =>
        resolve(`${headOf(answer)}\n${Buffer.concat(chunks).toString('latin1')}\n${end}`);
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => told('complete'));
      answer.once('error', (error) => told(error.message));
      sent.setTimeout(300, () => told('no end'));
    });
    sent.once('error', (error) => resolve(`no answer: ${error.message}`));
    sent.end();
  });
}

function headOf({ statusCode, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  const lasting = lines.filter((line) => !/^(date|x-request-id|connection|keep-alive):/i.test(line));
  return [statusCode, ...lasting].join('\n');
}
