import { vendors } from '../../spec/vendors.ts';
import type { Need } from '../run/check.ts';
import {
  type Credential,
  headerOf,
  keyVariable,
  literalCredential,
  noCredential,
} from '../run/credential.ts';
import type { Session } from '../run/session.ts';
import {
  type ChangedKey,
  longer,
  otherBeginning,
  otherCase,
  otherPrefix,
  otherSecret,
  truncated,
  withGap,
  withoutPrefix,
  withWildcard,
} from './changed-keys.ts';
import type { PlanContext } from './define-check.ts';

/** A way of not showing a valid key. */
export interface WrongCredential {
  readonly name: string;
  /** The end of "a request with …". */
  readonly what: string;
  readonly needs?: readonly Need[];
  readonly intrusive?: boolean;
  readonly credential: (session: Session) => Credential;
}

/** Every way of not showing a valid key that is tried; those that are not intrusive are a handful. */
export function wrongCredentials({ contract }: PlanContext): readonly WrongCredential[] {
  const { entry, vendor } = contract;
  const variable = `$${keyVariable(vendor)}`;
  const isBearer = headerOf(entry, '')[1] !== '';
  const inOwnHeader = (key: string, shown: string): Credential => {
    const [name, value] = headerOf(entry, key);
    return {
      headers: { [name]: value },
      // Of a header with nothing behind its colon curl sends nothing.
      curl: [`-H "${`${name}: ${headerOf(entry, shown)[1]}`.replace(/: $/, ';')}"`],
      secrets: [key],
    };
  };
  const changed = ({ key, shell }: ChangedKey) => inOwnHeader(key, shell(keyVariable(vendor)));
  const inHeader = (name: string, value: string, shown: string): Credential => ({
    headers: { [name]: value },
    curl: [`-H "${name}: ${shown}"`],
    secrets: [],
  });
  return [
    { name: 'no-key', what: 'no key', credential: () => noCredential },
    { name: 'empty-key', what: 'an empty key', credential: () => inOwnHeader('', '') },
    {
      name: 'wrong-key',
      what: 'a key that nobody has',
      credential: () => literalCredential(entry, 'no-such-key'),
    },
    {
      name: 'wrong-secret',
      what: 'a key of the right form and length that nobody has',
      credential: ({ options }) => changed(otherSecret(options.target.key)),
    },
    {
      name: 'revoked-key',
      what: 'a revoked key',
      needs: ['revokedKey'],
      credential: ({ options }) =>
        inOwnHeader(options.target.revokedKey ?? '', `$${keyVariable(vendor, 'REVOKED_')}`),
    },
    {
      name: 'other-api-key',
      what: 'a key of another API',
      needs: ['otherApiKey'],
      intrusive: true,
      credential: ({ options }) => inOwnHeader(options.otherApiKey ?? '', "[another API's key]"),
    },
    {
      name: 'wrong-beginning',
      what: 'a key whose first half is changed',
      intrusive: true,
      credential: ({ options }) => changed(otherBeginning(options.target.key)),
    },
    {
      name: 'forwarded',
      what: 'no key, as if it came from the server itself,',
      intrusive: true,
      credential: () => ({
        headers: { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', Forwarded: 'for=127.0.0.1' },
        curl: [
          "-H 'X-Forwarded-For: 127.0.0.1'",
          "-H 'X-Real-IP: 127.0.0.1'",
          "-H 'Forwarded: for=127.0.0.1'",
        ],
        secrets: [],
      }),
    },
    {
      name: 'truncated-key',
      what: 'the key without its last character',
      intrusive: true,
      credential: ({ options }) => changed(truncated(options.target.key)),
    },
    {
      name: 'longer-key',
      what: 'the key and one character more',
      intrusive: true,
      credential: ({ options }) => changed(longer(options.target.key, 'x')),
    },
    {
      name: 'word-behind-key',
      what: 'the key and a word behind it',
      intrusive: true,
      credential: ({ options }) => changed(longer(options.target.key, ' x')),
    },
    {
      name: 'mark-behind-key',
      what: 'the key and a semicolon behind it',
      intrusive: true,
      credential: ({ options }) => changed(longer(options.target.key, ';')),
    },
    {
      name: 'gap-in-key',
      what: 'the key with a blank in its middle',
      intrusive: true,
      credential: ({ options }) => changed(withGap(options.target.key)),
    },
    {
      name: 'bare-key',
      what: 'the key without its prefix',
      intrusive: true,
      credential: ({ options }) => changed(withoutPrefix(options.target.key)),
    },
    {
      name: 'other-prefix',
      what: 'the key behind another prefix',
      intrusive: true,
      credential: ({ options }) => changed(otherPrefix(options.target.key)),
    },
    {
      name: 'wildcard-key',
      what: 'the beginning of the key and a wildcard',
      intrusive: true,
      credential: ({ options }) => changed(withWildcard(options.target.key)),
    },
    {
      name: 'other-case',
      what: 'the key in another case',
      intrusive: true,
      credential: ({ options }) => changed(otherCase(options.target.key)),
    },
    {
      name: 'wrong-header',
      what: "the key in other APIs' headers and in a cookie",
      intrusive: true,
      credential: ({ options }) => {
        const { key } = options.target;
        const others = vendors.filter((known) => headerOf(known, '')[0] !== headerOf(entry, '')[0]);
        const headers = others.map((known) => headerOf(known, key));
        const shown = others.map(
          (known) => `-H "${headerOf(known, '')[0]}: ${headerOf(known, variable)[1]}"`,
        );
        const cookie = (text: string) =>
          ['key', 'api_key', 'token'].map((name) => `${name}=${text}`).join('; ');
        return {
          headers: { ...Object.fromEntries(headers), Cookie: cookie(key) },
          curl: [...shown, `-H "Cookie: ${cookie(variable)}"`],
          secrets: [],
        };
      },
    },
    {
      name: 'wrong-scheme',
      what: isBearer
        ? 'the token in the scheme Basic'
        : 'the key behind the word Bearer, and as Basic credentials',
      intrusive: true,
      credential: ({ options }) => {
        const { key } = options.target;
        const basic = ['Authorization', `Basic ${Buffer.from(`${key}:`).toString('base64')}`] as const;
        const curl = [`-u "${variable}:"`];
        if (isBearer) return { headers: { [basic[0]]: basic[1] }, curl, secrets: [basic[1].slice(6)] };
        const [name] = headerOf(entry, '');
        return {
          headers: { [name]: `Bearer ${key}`, [basic[0]]: basic[1] },
          curl: [...curl, `-H "${name}: Bearer ${variable}"`],
          secrets: [basic[1].slice(6)],
        };
      },
    },
    ...(isBearer
      ? [
          {
            name: 'other-scheme',
            what: 'the token behind a word that is no scheme',
            intrusive: true,
            credential: ({ options }: Session) =>
              inHeader('Authorization', `Basic ${options.target.key}`, `Basic ${variable}`),
          },
          {
            name: 'no-scheme',
            what: 'the token without the word Bearer',
            intrusive: true,
            credential: ({ options }: Session) => inHeader('Authorization', options.target.key, variable),
          },
        ]
      : []),
    {
      name: 'query-key',
      what: 'the key in the query, where logs keep it,',
      intrusive: true,
      credential: ({ options }) => {
        const names = ['api_key', 'token', 'access_token', 'key', headerOf(entry, '')[0]];
        return {
          ...noCredential,
          query: names.map((name) => [name, options.target.key] as const),
          curl: ['-G', ...names.map((name) => `--data-urlencode "${name}=${variable}"`)],
        };
      },
    },
  ];
}
