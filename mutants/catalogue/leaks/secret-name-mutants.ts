import { isObject, type Json, type JsonObject, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onItem, onJson } from '../kit/change-answer.ts';
import { vendorsWithEnvelope } from '../kit/list-body.ts';
import { eachResource } from '../kit/provider-parts.ts';

/** Not a real token, and not in the format of any issuer. */
const fakeSecret = 'not-a-real-secret';

/** Fields with the name of a secret. */
export const secretNameMutants: readonly Mutant[] = [
  secretFieldMutant({
    id: 'access-token-first',
    title: 'The first connection has an access_token',
    vendors: everyVendor,
    which: 'first',
    name: 'access_token',
  }),
  secretFieldMutant({
    id: 'refresh-token-last',
    title: 'The last connection has a refresh_token',
    vendors: everyVendor,
    which: 'last',
    name: 'refresh_token',
  }),
  secretFieldMutant({
    id: 'access-token-camel-case',
    title: 'The last connection has an accessToken',
    vendors: everyVendor,
    which: 'last',
    name: 'accessToken',
  }),
  secretFieldMutant({
    id: 'client-secret-hyphen',
    title: 'The first connection has a Client-Secret',
    vendors: everyVendor,
    which: 'first',
    name: 'Client-Secret',
  }),
  secretFieldMutant({
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
    begin: onJson(200, (json) => (isObject(json) ? { ...json, access_token: fakeSecret } : json)),
  },
  {
    id: 'access-token-as-resource',
    title: 'The open object resource_availability has an access_token among its resources',
    vendors: ['junction'],
    caughtBy: ['leaks.secret-names'],
    begin: onItem('last', (item) =>
      withField(item, 'resource_availability', (resources) =>
        isObject(resources) ? { ...resources, access_token: { status: fakeSecret } } : resources,
      ),
    ),
  },
  {
    id: 'refresh-token-in-resource',
    title: 'A resource has a refresh_token',
    vendors: ['junction'],
    caughtBy: ['leaks.secret-names'],
    begin: onItem('each', (item) =>
      eachResource(item, (resource) => ({ ...resource, refresh_token: fakeSecret })),
    ),
  },
  configMutant({
    id: 'access-token-in-config',
    title: 'The config has an access_token',
    added: { access_token: fakeSecret },
  }),
  configMutant({
    id: 'access-token-deep-in-config',
    title: 'The config has an access_token three objects deep',
    added: {
      accounts: { primary: { access_token: fakeSecret } },
    },
  }),
  configMutant({
    id: 'refresh-token-in-array',
    title: 'The config has a refresh-token in a nested array',
    added: {
      accounts: [[{ name: 'primary' }, { 'refresh-token': fakeSecret }]],
    },
  }),
  configMutant({
    id: 'password-in-config',
    title: 'The config has a Password',
    added: { Password: fakeSecret },
  }),
  {
    id: 'access-token-in-error',
    title: 'Errors have an access_token',
    vendors: everyVendor,
    caughtBy: ['leaks.secret-names'],
    begin: onJson(errorStatuses, (json) => (isObject(json) ? { ...json, access_token: fakeSecret } : json)),
  },
];

function secretFieldMutant({
  vendors,
  which,
  name,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly which: 'first' | 'last';
  readonly name: string;
}): Mutant {
  const begin = onItem(which, (item) => ({ ...item, [name]: fakeSecret }));
  return { ...head, vendors, caughtBy: ['leaks.secret-names'], begin };
}

/** Puts fields into the config of the last connection. */
export function configMutant({
  added,
  ...head
}: MutantHead & {
  readonly added: JsonObject;
}): Mutant {
  const withConfig = (config: Json | undefined) => (isObject(config) ? { ...config, ...added } : added);
  const begin = onItem('last', (item) => ({ ...item, config: withConfig(item.config) }));
  return { ...head, vendors: ['mielto'], caughtBy: ['leaks.secret-names'], begin };
}
