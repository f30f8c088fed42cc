import { isObject, type Json, withoutField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, onItems, onJson, setFields } from '../kit/change-answer.ts';
import { itemsIn, listShapes } from '../kit/list-body.ts';
import { eachResource } from './field-mutants.ts';

/** Values of a type that the contract does not have there, and fields that it does not have. */
export const structureMutants: readonly Mutant[] = [
  {
    id: 'list-wrapped',
    row: 10,
    title: 'The array is wrapped in an object',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.types'],
    begin: onJson(200, (json) => ({ connections: json })),
  },
  {
    id: 'list-unwrapped',
    row: 10,
    title: 'The list is a bare array, without the object that belongs around it',
    vendors: ['junction', 'mielto'],
    caughtBy: ['shape.200.types'],
    begin: onJson(200, (json, { vendor }) => itemsIn(vendor, json) ?? json),
  },
  {
    id: 'list-keyed-by-provider',
    row: null,
    title: 'The list is an object whose keys are the providers',
    vendors: everyVendor,
    caughtBy: ['shape.200.types'],
    begin: onItems((items, { vendor }) =>
      Object.fromEntries(items.map((item) => [String(item[listShapes[vendor].slug]), item])),
    ),
  },
  {
    id: 'field-undocumented',
    row: null,
    title: 'The last connection has a field that the contract does not have',
    vendors: everyVendor,
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('last', (item) => ({ ...item, icon_url: 'https://example.com/icon.png' })),
  },
  {
    id: 'field-undocumented-null',
    row: null,
    title: 'Each connection has a field that the contract does not have, and it is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('each', (item) => ({ ...item, deleted_at: null })),
  },
  {
    id: 'nested-field-undocumented',
    row: null,
    title: 'A resource has a field that the contract does not have',
    vendors: ['junction'],
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('each', (item) => eachResource(item, (resource) => ({ ...resource, checked_by: 'job' }))),
  },
  {
    id: 'envelope-field-undocumented',
    row: null,
    title: 'The object around the list has a field that the contract does not have',
    vendors: ['junction', 'mielto'],
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onJson(200, (json) => (isObject(json) ? { ...json, next_cursor: null } : json)),
  },
  {
    id: 'id-not-uuid',
    row: 9,
    title: 'The id of the last connection is no UUID',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.uuids'],
    begin: onItem('last', setFields({ id: 'conn_0001' })),
  },
  {
    id: 'id-without-hyphens',
    row: 9,
    title: 'The ids are UUIDs without hyphens',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.uuids'],
    begin: onItem('each', (item) => ({ ...item, id: String(item.id).replaceAll('-', '') })),
  },
  {
    id: 'id-number',
    row: null,
    title: 'The id of the first connection is a number',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['shape.200.types'],
    begin: onItem('first', setFields({ id: 4711 })),
  },
  {
    id: 'text-number',
    row: null,
    title: 'A text of the last connection is a number',
    vendors: everyVendor,
    caughtBy: ['shape.200.types'],
    begin: onItem('last', (item, { vendor }) => ({ ...item, [listShapes[vendor].text]: 12345678 })),
  },
  {
    id: 'status-boolean-text',
    row: null,
    title: 'The status is the text of a boolean',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', setFields({ status: 'true' })),
  },
  {
    id: 'scope-list',
    row: null,
    title: 'The scope is a list of scopes',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.types'],
    begin: onItem('each', (item) =>
      item.scope === null ? item : { ...item, scope: String(item.scope).split(/[ ,]/) },
    ),
  },
  {
    id: 'config-text',
    row: null,
    title: 'The config is JSON inside a string',
    vendors: ['mielto'],
    caughtBy: ['shape.200.types'],
    begin: onItem('each', (item) =>
      item.config === undefined ? item : { ...item, config: JSON.stringify(item.config) },
    ),
  },
  {
    id: 'logo-not-uri',
    row: null,
    title: 'The logo of the last provider is a path, and no address',
    vendors: ['junction'],
    caughtBy: ['shape.200.uris'],
    begin: onItem('last', setFields({ logo: 'logos/polar.svg' })),
  },
  {
    id: 'error-without-details',
    row: 37,
    title: 'A failed connection has null for error_details',
    vendors: ['junction'],
    caughtBy: ['shape.200.conditions'],
    begin: onItem('each', (item) => (item.status === 'error' ? { ...item, error_details: null } : item)),
  },
  {
    id: 'error-details-omitted',
    row: 37,
    title: 'A failed connection has no error_details at all',
    vendors: ['junction'],
    caughtBy: ['shape.200.conditions'],
    begin: onItem('each', (item) => (item.status === 'error' ? withoutField(item, 'error_details') : item)),
  },
  {
    id: 'connected-with-details',
    row: 37,
    title: 'A connection that works has error_details',
    vendors: ['junction'],
    caughtBy: ['shape.200.conditions'],
    begin: onItem('each', (item) =>
      item.status === 'connected' ? { ...item, error_details: detailsOf(item.created_on ?? null) } : item,
    ),
  },
];

function detailsOf(erroredAt: Json): Json {
  return { error_type: 'unknown', error_message: 'It has failed.', errored_at: erroredAt };
}
