import { type Answer, withHeader } from './answer.ts';
import { errorStatuses, onAnswer, onItem, onJson, setFields } from './change-answer.ts';
import { eachResource } from './field-mutants.ts';
import { isObject, type Json, type JsonObject, withField } from './json.ts';
import { listShapes } from './list-body.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Never a token of anybody's, and of no issuer's shape. */
const anySecret = 'not-a-secret-of-anybody';

/** Fields whose name says that they hold a secret. */
export const secretNameMutants: readonly Mutant[] = [
  named(
    'access-token-first',
    12,
    'The first connection has an access_token',
    everyVendor,
    'first',
    'access_token',
  ),
  named(
    'refresh-token-last',
    12,
    'The last connection has a refresh_token',
    everyVendor,
    'last',
    'refresh_token',
  ),
  named(
    'access-token-camel-case',
    null,
    'The last connection has an accessToken',
    everyVendor,
    'last',
    'accessToken',
  ),
  named(
    'client-secret-hyphen',
    null,
    'The first connection has a Client-Secret',
    everyVendor,
    'first',
    'Client-Secret',
  ),
  named('api-key-upper-case', null, 'The last connection has an API_KEY', everyVendor, 'last', 'API_KEY'),
  {
    id: 'access-token-envelope',
    row: 12,
    title: 'The object around the list has an access_token',
    vendors: ['junction', 'mielto'],
    caughtBy: ['leaks.secret-names'],
    begin: onJson(200, (json) => (isObject(json) ? { ...json, access_token: anySecret } : json)),
  },
  {
    id: 'access-token-as-resource',
    row: 12,
    title: 'The open object resource_availability has an access_token among its resources',
    vendors: ['junction'],
    caughtBy: ['leaks.secret-names'],
    begin: onItem('last', (item) =>
      withField(item, 'resource_availability', (resources) =>
        isObject(resources) ? { ...resources, access_token: { status: anySecret } } : resources,
      ),
    ),
  },
  {
    id: 'refresh-token-in-resource',
    row: 12,
    title: 'A resource has a refresh_token',
    vendors: ['junction'],
    caughtBy: ['leaks.secret-names'],
    begin: onItem('each', (item) =>
      eachResource(item, (resource) => ({ ...resource, refresh_token: anySecret })),
    ),
  },
  inConfig('access-token-in-config', 'The config has an access_token', { access_token: anySecret }),
  inConfig('access-token-deep-in-config', 'The config has an access_token three objects deep', {
    accounts: { primary: { access_token: anySecret } },
  }),
  inConfig('refresh-token-in-array', 'The config has a refresh-token in an array in an array', {
    accounts: [[{ name: 'primary' }, { 'refresh-token': anySecret }]],
  }),
  inConfig('password-in-config', 'The config has a Password', { Password: anySecret }),
  {
    id: 'access-token-in-error',
    row: null,
    title: 'Errors have an access_token',
    vendors: everyVendor,
    caughtBy: ['leaks.secret-names'],
    begin: onJson(errorStatuses, (json) => (isObject(json) ? { ...json, access_token: anySecret } : json)),
  },
];

/** Values as the issuers of tokens shape them, put together here so that none stands in this file. */
const shapes: readonly (readonly [kind: string, what: string, value: string])[] = [
  [
    'jwt',
    'a JSON Web Token',
    [{ alg: 'HS256', typ: 'JWT' }, { sub: '1', iat: 1 }, 'x'.repeat(32)].map(encoded).join('.'),
  ],
  ['google', 'an access token of Google', `${'ya'}29.${'a0AfH6SMBx'.repeat(6)}`],
  ['github', 'a personal access token of GitHub', `${'gh'}p_${'aB3dE6gH9k'.repeat(4).slice(0, 36)}`],
  ['aws', 'an access key id of AWS', `${'AK'}IA${'IOSFODNN7EXAMPLE'}`],
  [
    'pem',
    'a private key in PEM',
    `-----BEGIN ${'PRIVATE'} KEY-----\n${'MIIEvQIBADAN'.repeat(5)}\n-----END ${'PRIVATE'} KEY-----`,
  ],
  ['stripe', 'a secret key of Stripe', `${'sk'}_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
  [
    'slack',
    'a bot token of Slack',
    `${'xo'}xb-${'123456789012-123456789012-'}${'aB3dE6gH9k'.repeat(3).slice(0, 24)}`,
  ],
  ['bearer', 'a bearer credential', `Bearer ${'aB3dE6gH9k'.repeat(4)}`],
];

/** Values that are shaped like tokens, in texts that may hold anything. */
export const tokenValueMutants: readonly Mutant[] = [
  ...shapes.map(
    ([kind, what, value], index): Mutant => ({
      id: `token-value-${kind}`,
      row: 13,
      title: `A text of the ${index % 2 === 0 ? 'first' : 'last'} connection holds ${what}`,
      vendors: everyVendor,
      caughtBy: ['leaks.token-values'],
      begin: onItem(index % 2 === 0 ? 'first' : 'last', (item, { vendor }) => ({
        ...item,
        [listShapes[vendor].text]: kind === 'jwt' || kind === 'pem' ? value : `granted with ${value}`,
      })),
    }),
  ),
  {
    id: 'token-value-in-header',
    row: null,
    title: 'A header of each list holds a JSON Web Token',
    vendors: everyVendor,
    caughtBy: ['leaks.token-values'],
    begin: onAnswer(200, (answer): Answer => withHeader(answer, 'X-Upstream-Session', tokenOf('jwt'))),
  },
  {
    id: 'token-value-in-logo',
    row: null,
    title: 'The address of the first logo has a token in its query',
    vendors: ['junction'],
    caughtBy: ['leaks.token-values'],
    begin: onItem(
      'first',
      setFields({ logo: `https://example.com/logo.svg?access_token=${tokenOf('google')}` }),
    ),
  },
  {
    id: 'token-value-in-error-message',
    row: 13,
    title: 'An error_message holds a token of GitHub',
    vendors: ['junction'],
    caughtBy: ['leaks.token-values'],
    begin: onItem('each', (item) =>
      withField(item, 'error_details', (details) =>
        isObject(details) ? { ...details, error_message: `Refused: ${tokenOf('github')}` } : details,
      ),
    ),
  },
  {
    ...inConfig('token-value-in-config', 'A harmless field deep in the config holds a token of Slack', {
      channels: [{ webhook: tokenOf('slack') }],
    }),
    row: 13,
    caughtBy: ['leaks.token-values'],
  },
];

function named(
  id: string,
  row: number | null,
  title: string,
  vendors: Mutant['vendors'],
  which: 'first' | 'last',
  name: string,
): Mutant {
  const begin = onItem(which, (item) => ({ ...item, [name]: anySecret }));
  return { id, row, title, vendors, caughtBy: ['leaks.secret-names'], begin };
}

function inConfig(id: string, title: string, added: JsonObject): Mutant {
  const withConfig = (config: Json | undefined) => (isObject(config) ? { ...config, ...added } : added);
  const begin = onItem('last', (item) => ({ ...item, config: withConfig(item.config) }));
  return { id, row: 12, title, vendors: ['mielto'], caughtBy: ['leaks.secret-names'], begin };
}

function encoded(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function tokenOf(kind: string): string {
  return shapes.find(([candidate]) => candidate === kind)?.[2] ?? '';
}
