import { isObject, type Json, withField, withoutField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, onItems, onJson, setFields } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { isList, itemsIn, vendorsWithEnvelope } from '../kit/list-body.ts';
import { eachResource } from '../kit/provider-parts.ts';

/** Values of the wrong type, and undocumented fields. */
export const structureMutants: readonly Mutant[] = [
  {
    id: 'list-wrapped',
    title: 'The array is wrapped in an object',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.types'],
    begin: onJson(200, (json) => (Array.isArray(json) ? { connections: json } : json)),
  },
  {
    id: 'list-unwrapped',
    title: 'The list is a bare array without the object around it',
    vendors: vendorsWithEnvelope,
    caughtBy: ['shape.200.types'],
    begin: onJson(200, (json, { vendor }) => itemsIn(vendor, json) ?? json),
  },
  {
    id: 'list-keyed-by-provider',
    title: 'The list is an object whose keys are the providers',
    vendors: everyVendor,
    caughtBy: ['shape.200.types'],
    begin: onItems((items, call) => {
      const slug = itemField(call.vendor, 'slug');
      return isList(call) ? Object.fromEntries(items.map((item) => [String(item[slug]), item])) : items;
    }),
  },
  {
    id: 'field-undocumented',
    title: 'The last connection has an undocumented field',
    vendors: everyVendor,
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('last', (item) =>
      'icon_url' in item ? item : { ...item, icon_url: 'https://example.com/icon.png' },
    ),
  },
  {
    id: 'field-undocumented-null',
    title: 'Each connection has an undocumented field with the value null',
    vendors: everyVendor,
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('each', (item) => ({ ...item, deleted_at: null })),
  },
  {
    id: 'nested-field-undocumented',
    title: 'A resource has an undocumented field',
    vendors: ['junction'],
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onItem('each', (item) => eachResource(item, (resource) => ({ ...resource, checked_by: 'job' }))),
  },
  {
    id: 'envelope-field-undocumented',
    title: 'The object around the list has an undocumented field',
    vendors: vendorsWithEnvelope,
    caughtBy: ['shape.200.undocumented-fields'],
    begin: onJson(200, (json) => (isObject(json) ? { ...json, next_cursor: null } : json)),
  },
  {
    id: 'id-not-uuid',
    title: 'The id of the last connection is not a UUID',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.uuids'],
    begin: onItem('last', setFields({ id: 'conn_0001' })),
  },
  {
    id: 'id-without-hyphens',
    title: 'The ids are UUIDs without hyphens',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.uuids'],
    begin: onItem('each', (item) => withField(item, 'id', (id) => String(id).replaceAll('-', ''))),
  },
  {
    id: 'id-number',
    title: 'The id of the first connection is a number',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['shape.200.types'],
    begin: onItem('first', setFields({ id: 4711 })),
  },
  {
    id: 'text-number',
    title: 'A text of the last connection is a number',
    vendors: everyVendor,
    caughtBy: ['shape.200.types'],
    begin: onItem('last', (item, { vendor }) => withField(item, itemField(vendor, 'text'), () => 12345678)),
  },
  {
    id: 'status-boolean-text',
    title: "The status is the string 'true'",
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', (item, { vendor }) => withField(item, itemField(vendor, 'status'), () => 'true')),
  },
  {
    id: 'scope-list',
    title: 'The scope is a list of scopes',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.types'],
    begin: onItem('each', (item) =>
      withField(item, 'scope', (scope) => (scope === null ? scope : String(scope).split(/[ ,]/))),
    ),
  },
  {
    id: 'config-text',
    title: 'The config is JSON inside a string',
    vendors: ['mielto'],
    caughtBy: ['shape.200.types'],
    begin: onItem('each', (item) =>
      item.config === undefined ? item : { ...item, config: JSON.stringify(item.config) },
    ),
  },
  {
    id: 'logo-not-uri',
    title: 'The logo of the last provider is a path without scheme and host',
    vendors: ['junction'],
    caughtBy: ['shape.200.uris'],
    begin: onItem('last', setFields({ logo: 'logos/polar.svg' })),
  },
  {
    id: 'error-without-details',
    title: 'The error_details of a failed connection are null',
    vendors: ['junction'],
    caughtBy: ['shape.200.conditions'],
    begin: onItem('each', (item) => (item.status === 'error' ? { ...item, error_details: null } : item)),
  },
  {
    id: 'error-details-omitted',
    title: 'A failed connection has no error_details',
    vendors: ['junction'],
    caughtBy: ['shape.200.conditions'],
    begin: onItem('each', (item) => (item.status === 'error' ? withoutField(item, 'error_details') : item)),
  },
  {
    id: 'connected-with-details',
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
