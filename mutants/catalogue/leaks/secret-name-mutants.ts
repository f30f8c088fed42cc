import { isObject, type Json, type JsonObject, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onItem, onJson } from '../kit/change-answer.ts';
import { vendorsWithEnvelope } from '../kit/list-body.ts';
import { eachResource } from '../kit/provider-parts.ts';

/** Never a token of anybody's, and of no issuer's shape. */
const anySecret = 'not-a-secret-of-anybody';

/** Fields whose name says that they hold a secret. */
export const secretNameMutants: readonly Mutant[] = [
  named({
    id: 'access-token-first',
    title: 'The first connection has an access_token',
    vendors: everyVendor,
    which: 'first',
    name: 'access_token',
  }),
  named({
    id: 'refresh-token-last',
    title: 'The last connection has a refresh_token',
    vendors: everyVendor,
    which: 'last',
    name: 'refresh_token',
  }),
  named({
    id: 'access-token-camel-case',
    title: 'The last connection has an accessToken',
    vendors: everyVendor,
    which: 'last',
    name: 'accessToken',
  }),
  named({
    id: 'client-secret-hyphen',
    title: 'The first connection has a Client-Secret',
    vendors: everyVendor,
    which: 'first',
    name: 'Client-Secret',
  }),
  named({
    id: 'api-key-upper-case',
    title: 'The last connection has an API_KEY',
    vendors: everyVendor,
    which: 'last',
    name: 'API_KEY',
  }),
  {
    id: 'access-token-envelope',
    title: 'The object around the list has an access_token',
    vendors: vendorsWithEnvelope,
    caughtBy: ['leaks.secret-names'],
    begin: onJson(200, (json) => (isObject(json) ? { ...json, access_token: anySecret } : json)),
  },
  {
    id: 'access-token-as-resource',
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
    title: 'A resource has a refresh_token',
    vendors: ['junction'],
    caughtBy: ['leaks.secret-names'],
    begin: onItem('each', (item) =>
      eachResource(item, (resource) => ({ ...resource, refresh_token: anySecret })),
    ),
  },
  inConfig({
    id: 'access-token-in-config',
    title: 'The config has an access_token',
    added: { access_token: anySecret },
  }),
  inConfig({
    id: 'access-token-deep-in-config',
    title: 'The config has an access_token three objects deep',
    added: {
      accounts: { primary: { access_token: anySecret } },
    },
  }),
  inConfig({
    id: 'refresh-token-in-array',
    title: 'The config has a refresh-token in an array in an array',
    added: {
      accounts: [[{ name: 'primary' }, { 'refresh-token': anySecret }]],
    },
  }),
  inConfig({
    id: 'password-in-config',
    title: 'The config has a Password',
    added: { Password: anySecret },
  }),
  {
    id: 'access-token-in-error',
    title: 'Errors have an access_token',
    vendors: everyVendor,
    caughtBy: ['leaks.secret-names'],
    begin: onJson(errorStatuses, (json) => (isObject(json) ? { ...json, access_token: anySecret } : json)),
  },
];

function named({
  vendors,
  which,
  name,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly which: 'first' | 'last';
  readonly name: string;
}): Mutant {
  const begin = onItem(which, (item) => ({ ...item, [name]: anySecret }));
  return { ...head, vendors, caughtBy: ['leaks.secret-names'], begin };
}

/** Puts fields into the config of the last connection. */
export function inConfig({
  added,
  ...head
}: MutantHead & {
  readonly added: JsonObject;
}): Mutant {
  const withConfig = (config: Json | undefined) => (isObject(config) ? { ...config, ...added } : added);
  const begin = onItem('last', (item) => ({ ...item, config: withConfig(item.config) }));
  return { ...head, vendors: ['mielto'], caughtBy: ['leaks.secret-names'], begin };
}
