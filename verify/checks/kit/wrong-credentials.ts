import type { VendorEntry } from '../../../spec/vendor-entry.ts';
import { keyHeaderNames, vendors } from '../../../spec/vendors.ts';
import {
  type Credential,
  headerOf,
  keyedEntry,
  keyVariable,
  literalCredential,
  noCredential,
} from '../../session/credential.ts';
import type { Session } from '../../session/session.ts';
import { changedKeys } from './changed-keys.ts';
import type { Need } from './check.ts';
import type { PlanContext } from './define-check.ts';

/** A credential that is not valid. */
export interface WrongCredential {
  readonly name: string;
  /** Completes "a request with …". */
  readonly what: string;
  readonly needs?: readonly Need[];
  readonly intrusive?: boolean;
  readonly credential: (session: Session) => Credential;
}

/** Unknown keys that read as a UUID. */
const unknownUuids = [
  ['uuid-key', 'a UUID as the key', '3f0c9a4e-7d21-4b8e-9c56-0a1b2c3d4e5f'],
  ['hex-key', '32 hexadecimal digits as the key', '3f0c9a4e7d214b8e9c560a1b2c3d4e5f'],
] as const;

/** Every invalid credential that is tried. Only a few are not intrusive. */
export function wrongCredentials({ vendor, entry }: PlanContext): readonly WrongCredential[] {
  const { otherHeaders } = entry.key;
  const variable = `$${keyVariable(vendor)}`;
  const isBearer = headerOf(entry, '')[1] !== '';
  const inOwnHeader = (own: VendorEntry, key: string, shown: string): Credential => {
    const [name, value] = headerOf(own, key);
    return {
      headers: { [name]: value },
      // curl sends an empty header only if a semicolon replaces the colon.
      curl: [`-H "${`${name}: ${headerOf(own, shown)[1]}`.replace(/: $/, ';')}"`],
      secrets: [key],
    };
  };
  const inHeader = (name: string, value: string, shown: string): Credential => ({
    headers: { [name]: value },
    curl: [`-H "${name}: ${shown}"`],
    secrets: [],
  });
  return [
    { name: 'no-key', what: 'no key', credential: () => noCredential },
    { name: 'empty-key', what: 'an empty key', credential: (session) => inOwnHeader(session.entry, '', '') },
    {
      name: 'wrong-key',
      what: 'an unknown key',
      credential: (session) => literalCredential(session.entry, 'no-such-key'),
    },
    // Some look-ups read such a key as the id of a row, also if valid keys have another form.
    ...unknownUuids.map(([name, what, key]) => ({
      name,
      what,
      intrusive: true,
      credential: (session: Session) => literalCredential(session.entry, key),
    })),
    ...changedKeys.map(({ name, what, change, intrusive = true }) => ({
      name,
      what,
      intrusive,
      credential: ({ entry: own, options }: Session) => {
        const { key, shell } = change(options.target.key);
        return inOwnHeader(own, key, shell(keyVariable(vendor)));
      },
    })),
    ...(otherHeaders.length === 0
      ? []
      : [
          {
            name: 'wrong-key-in-other-header',
            what: `an unknown key in ${otherHeaders.join(' and ')}`,
            credential: () => ({
              ...noCredential,
              headers: Object.fromEntries(otherHeaders.map((name) => [name, 'no-such-key'])),
              curl: otherHeaders.map((name) => `-H "${name}: no-such-key"`),
            }),
          },
        ]),
    {
      name: 'revoked-key',
      what: 'a revoked key',
      needs: ['revokedKey'],
      credential: ({ options: { target } }) => {
        const { revokedKey = '' } = target;
        return inOwnHeader(keyedEntry(target, revokedKey), revokedKey, `$${keyVariable(vendor, 'REVOKED_')}`);
      },
    },
    {
      name: 'other-api-key',
      what: 'a key of another API',
      needs: ['otherApiKey'],
      intrusive: true,
      credential: ({ entry: own, options }) =>
        inOwnHeader(own, options.otherApiKey ?? '', "[another API's key]"),
    },
    {
      name: 'forwarded',
      what: 'no key and an X-Forwarded-For of 127.0.0.1',
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
      name: 'wrong-header',
      what: 'the key in a cookie and in the headers of other APIs',
      intrusive: true,
      credential: ({ entry: own, options }) => {
        const { key } = options.target;
        // A server can accept the headers of the contract in addition to its own.
        const used = [own, entry].flatMap(keyHeaderNames).map((name) => name.toLowerCase());
        const others = vendors.filter((known) => !used.includes(headerOf(known, '')[0].toLowerCase()));
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
        ? 'the token as Basic credentials'
        : 'the key as a Bearer token and as Basic credentials',
      intrusive: true,
      credential: ({ entry: own, options }) => {
        const { key } = options.target;
        const basic = ['Authorization', `Basic ${Buffer.from(`${key}:`).toString('base64')}`] as const;
        const curl = [`-u "${variable}:"`];
        const [name, value] = headerOf(own, '');
        if (value !== '') return { headers: { [basic[0]]: basic[1] }, curl, secrets: [basic[1].slice(6)] };
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
            what: 'the unencoded token after the word Basic',
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
      what: 'the key in the query',
      intrusive: true,
      credential: ({ entry: own, options }) => {
        const names = [
          'api_key',
          'token',
          'access_token',
          'key',
          ...new Set([own, entry].flatMap(keyHeaderNames)),
        ];
        return {
          ...noCredential,
          query: names.map((name) => [name, options.target.key] as const),
          curl: ['-G', ...names.map((name) => `--data-urlencode "${name}=${variable}"`)],
        };
      },
    },
  ];
}
