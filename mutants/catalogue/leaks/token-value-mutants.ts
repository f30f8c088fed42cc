import { type Answer, withHeader } from '../../proxy/answer.ts';
import type { Json } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onAnswer, onItem, setFields } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { withErrorDetails } from '../kit/provider-parts.ts';
import { configMutant } from './secret-name-mutants.ts';

/** Values in the formats of token issuers. They are assembled here, so that this file contains no complete token. */
const tokens: readonly (readonly [kind: string, what: string, value: string])[] = [
  [
    'jwt',
    'a JSON Web Token',
    [{ alg: 'HS256', typ: 'JWT' }, { sub: '1', iat: 1 }, 'x'.repeat(32)].map(encoded).join('.'),
  ],
  ['google', 'a Google access token', `${'ya'}29.${'a0AfH6SMBx'.repeat(6)}`],
  ['github', 'a GitHub personal access token', `${'gh'}p_${'aB3dE6gH9k'.repeat(4).slice(0, 36)}`],
  ['aws', 'an AWS access key id', `${'AK'}IA${'IOSFODNN7EXAMPLE'}`],
  [
    'pem',
    'a private key in PEM',
    `-----BEGIN ${'PRIVATE'} KEY-----\n${'MIIEvQIBADAN'.repeat(5)}\n-----END ${'PRIVATE'} KEY-----`,
  ],
  ['stripe', 'a Stripe secret key', `${'sk'}_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
  [
    'slack',
    'a Slack bot token',
    `${'xo'}xb-${'123456789012-123456789012-'}${'aB3dE6gH9k'.repeat(3).slice(0, 24)}`,
  ],
  ['bearer', 'a bearer credential', `Bearer ${'aB3dE6gH9k'.repeat(4)}`],
];

/** Values in the format of tokens, in fields that may contain any text. */
export const tokenValueMutants: readonly Mutant[] = [
  ...tokens.map(
    ([kind, what, value], index): Mutant => ({
      id: `token-value-${kind}`,
      title: `A text of the ${index % 2 === 0 ? 'first' : 'last'} connection contains ${what}`,
      vendors: everyVendor,
      caughtBy: ['leaks.token-values'],
      begin: onItem(index % 2 === 0 ? 'first' : 'last', (item, { vendor }) => ({
        ...item,
        [itemField(vendor, 'text')]: kind === 'jwt' || kind === 'pem' ? value : `granted with ${value}`,
      })),
    }),
  ),
  {
    id: 'token-value-in-header',
    title: 'A header of each list contains a JSON Web Token',
    vendors: everyVendor,
    caughtBy: ['leaks.token-values'],
    begin: onAnswer(200, (answer): Answer => withHeader(answer, 'X-Upstream-Session', tokenOf('jwt'))),
  },
  {
    id: 'token-value-in-logo',
    title: 'The URL of the first logo has a token in its query',
    vendors: ['junction'],
    caughtBy: ['leaks.token-values'],
    begin: onItem(
      'first',
      setFields({ logo: `https://example.com/logo.svg?access_token=${tokenOf('google')}` }),
    ),
  },
  {
    id: 'token-value-in-error-message',
    title: 'An error_message contains a GitHub token',
    vendors: ['junction'],
    caughtBy: ['leaks.token-values'],
    begin: onItem('each', (item) =>
      withErrorDetails(item, (details) => ({ ...details, error_message: `Refused: ${tokenOf('github')}` })),
    ),
  },
  {
    ...configMutant({
      id: 'token-value-in-config',
      title: 'A nested field of the config contains a Slack token',
      added: {
        channels: [{ webhook: tokenOf('slack') }],
      },
    }),
    caughtBy: ['leaks.token-values'],
  },
];

function encoded(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function tokenOf(kind: string): string {
  return tokens.find(([candidate]) => candidate === kind)?.[2] ?? '';
}
