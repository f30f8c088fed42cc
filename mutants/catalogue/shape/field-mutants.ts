import { isObject, type Json, type JsonObject, withField, withoutField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, onItems, onJson } from '../kit/change-answer.ts';
import { itemsIn, listShapes } from '../kit/list-body.ts';

/** Fields that are missing, or null where they may not be. */
export const fieldMutants: readonly Mutant[] = [
  {
    id: 'required-field-missing',
    row: 1,
    title: 'The first connection lacks the field that says what was connected',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('first', (item, { vendor }) => withoutField(item, listShapes[vendor].slug)),
  },
  {
    id: 'required-field-missing-last',
    row: 1,
    title: 'The last connection lacks a required field, and all before it are whole',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('last', (item, { vendor }) => withoutField(item, listShapes[vendor].late)),
  },
  {
    id: 'status-missing-where-not-usable',
    row: 1,
    title: 'A connection that is not usable has no status',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      ['active', 'connected', 'testing'].includes(String(item.status)) ? item : withoutField(item, 'status'),
    ),
  },
  {
    id: 'envelope-field-missing',
    row: 1,
    title: 'The object around the list lacks a required field: providers at Junction, total at Mielto',
    vendors: ['junction', 'mielto'],
    caughtBy: ['shape.200.required-fields'],
    begin: onJson(200, (json, { vendor }) =>
      isObject(json) ? withoutField(json, vendor === 'junction' ? 'providers' : 'total') : json,
    ),
  },
  {
    id: 'nested-status-missing',
    row: null,
    title: 'A resource in resource_availability lacks its status',
    vendors: ['junction'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) => eachResource(item, (resource) => withoutField(resource, 'status'))),
  },
  {
    id: 'errored-at-missing',
    row: null,
    title: 'The error_details lack errored_at',
    vendors: ['junction'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      withField(item, 'error_details', (details) =>
        isObject(details) ? withoutField(details, 'errored_at') : details,
      ),
    ),
  },
  {
    id: 'last-synced-at-omitted',
    row: 2,
    title: 'The field last_synced_at is left out where it would be null',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      item.last_synced_at === null ? withoutField(item, 'last_synced_at') : item,
    ),
  },
  {
    id: 'null-fields-omitted',
    row: 2,
    title: 'Every field that would be null is left out',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
    ),
  },
  {
    id: 'created-at-null',
    row: 3,
    title: 'The time at which the first connection was made is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null'],
    begin: onItem('first', (item, { vendor }) => ({ ...item, [listShapes[vendor].madeAt]: null })),
  },
  {
    id: 'status-null-last',
    row: 3,
    title: 'The status of the last connection is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null'],
    begin: onItem('last', (item) => ({ ...item, status: null })),
  },
  {
    id: 'null-among-connections',
    row: null,
    title: 'The list ends with an entry that is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null', 'shape.200.types'],
    begin: onItems((items) => [...items, null]),
  },
  {
    id: 'empty-list-null',
    row: 11,
    title: 'Null stands where an empty list belongs',
    vendors: everyVendor,
    caughtBy: ['shape.200.null', 'shape.200.types'],
    begin: onJson(200, (json, { vendor }) => (itemsIn(vendor, json)?.length === 0 ? nullList(json) : json)),
  },
  {
    id: 'resources-null',
    row: null,
    title: 'The field resource_availability is null where no resource is known',
    vendors: ['junction'],
    caughtBy: ['shape.200.null'],
    begin: onItem('each', (item) =>
      withField(item, 'resource_availability', (resources) =>
        isObject(resources) && Object.keys(resources).length === 0 ? null : resources,
      ),
    ),
  },
];

/** Changes every resource that a provider at Junction can deliver. */
export function eachResource(item: JsonObject, change: (resource: JsonObject) => Json): JsonObject {
  return withField(item, 'resource_availability', (resources) =>
    isObject(resources)
      ? Object.fromEntries(
          Object.entries(resources).map(([name, resource]) => [
            name,
            isObject(resource) ? change(resource) : resource,
          ]),
        )
      : resources,
  );
}

function nullList(json: Json): Json {
  if (!isObject(json)) return null;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, Array.isArray(value) ? null : value]),
  );
}
