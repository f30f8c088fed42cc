import { onItem, onJson, setFields } from './change-answer.ts';
import { eachResource } from './field-mutants.ts';
import { isObject, type Json, withField } from './json.ts';
import { listShapes } from './list-body.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Values that an enum does not have. */
export const enumMutants: readonly Mutant[] = [
  {
    id: 'status-upper-case',
    row: 4,
    title: 'The status is written in upper case',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', (item) => withField(item, 'status', (status) => String(status).toUpperCase())),
  },
  {
    id: 'status-title-case-last',
    row: 4,
    title: 'The status of the last connection begins with a capital',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('last', (item) => withField(item, 'status', capitalised)),
  },
  {
    id: 'integration-type-upper-case',
    row: 4,
    title: 'The integration type is written in upper case',
    vendors: ['mielto'],
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', (item) =>
      withField(item, 'integration_type', (type) => String(type).toUpperCase()),
    ),
  },
  {
    id: 'status-unknown',
    row: 5,
    title: 'The last connection has a status that the contract does not know',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('last', setFields({ status: 'paused' })),
  },
  {
    id: 'integration-type-unknown',
    row: 5,
    title: 'The first connection has an integration type that the contract does not know',
    vendors: ['mielto'],
    caughtBy: ['shape.200.enums'],
    begin: onItem('first', setFields({ integration_type: 'plugin' })),
  },
  {
    id: 'provider-unknown',
    row: 5,
    title: 'The last connection is with a provider that the open list does not have',
    vendors: ['open-wearables', 'junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('last', (item, { vendor }) => ({ ...item, [listShapes[vendor].slug]: 'acme_ring' })),
  },
  {
    id: 'error-type-unknown',
    row: 5,
    title: 'A failed connection has an error type that the open list does not have',
    vendors: ['junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('each', (item) =>
      withField(item, 'error_details', (details) =>
        isObject(details) ? { ...details, error_type: 'solar_flare' } : details,
      ),
    ),
  },
  {
    id: 'availability-unknown',
    row: 5,
    title: 'A resource is available in a way that the open list does not have',
    vendors: ['junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('each', (item) => eachResource(item, setFields({ status: 'degraded' }))),
  },
];

/** Values of another type, and texts and numbers out of bounds. */
export const boundMutants: readonly Mutant[] = [
  inEnvelope('total-string', 6, 'The total is a string', ['shape.200.types'], { total: '2' }),
  inEnvelope('total-negative', 6, 'The total is negative', ['shape.200.bounds'], { total: -1 }),
  inEnvelope('total-fraction', null, 'The total is no whole number', ['shape.200.types'], { total: 2.5 }),
  inEnvelope('total-null', null, 'The total is null', ['shape.200.null'], { total: null }),
  inEnvelope('page-string', null, 'The page is a string', ['shape.200.types'], { page: '1' }),
  inEnvelope('size-null', null, 'The size is null', ['shape.200.null'], { size: null }),
  inItem('label-256', 7, 'The label of the last connection has 256 characters', 'mielto', {
    label: 'x'.repeat(256),
  }),
  inItem('integration-empty', null, 'The integration of the last connection is empty', 'mielto', {
    integration: '',
  }),
  inItem('mielto-id-empty', null, 'The id of the last connection is empty', 'mielto', { id: '' }),
  inItem('username-256', null, 'The user name at the last provider has 256 characters', 'open-wearables', {
    provider_username: 'x'.repeat(256),
  }),
  inItem('provider-empty', null, 'The provider of the last connection is empty', 'open-wearables', {
    provider: '',
  }),
  inItem('junction-name-empty', null, 'The name of the last provider is empty', 'junction', { name: '' }),
  {
    id: 'error-message-too-long',
    row: null,
    title: 'The error_message has 2,001 characters',
    vendors: ['junction'],
    caughtBy: ['shape.200.bounds'],
    begin: onItem('each', (item) =>
      withField(item, 'error_details', (details) =>
        isObject(details) ? { ...details, error_message: 'x'.repeat(2001) } : details,
      ),
    ),
  },
];

function inEnvelope(
  id: string,
  row: number | null,
  title: string,
  caughtBy: readonly string[],
  fields: Readonly<Record<string, Json>>,
): Mutant {
  const begin = onJson(200, (json) => (isObject(json) ? setFields(fields)(json) : json));
  return { id, row, title, vendors: ['mielto'], caughtBy, begin };
}

function inItem(
  id: string,
  row: number | null,
  title: string,
  vendor: Mutant['vendors'][number],
  fields: Readonly<Record<string, Json>>,
): Mutant {
  const begin = onItem('last', setFields(fields));
  return { id, row, title, vendors: [vendor], caughtBy: ['shape.200.bounds'], begin };
}

function capitalised(json: Json): string {
  const text = String(json);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
