import { isObject, withField, withoutField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, onItems, onJson } from '../kit/change-answer.ts';
import { envelopeField, itemField } from '../kit/item-fields.ts';
import { itemsIn, vendorsWithEnvelope, withItems } from '../kit/list-body.ts';
import { eachResource, withErrorDetails } from '../kit/provider-parts.ts';

/** Fields that are missing, or null although they must not be. */
export const fieldMutants: readonly Mutant[] = [
  {
    id: 'required-field-missing',
    title: 'The first connection does not name its provider or integration',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('first', (item, { vendor }) => withoutField(item, itemField(vendor, 'slug'))),
  },
  {
    id: 'required-field-missing-last',
    title: 'Only the last connection lacks a required field',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('last', (item, { vendor }) => withoutField(item, itemField(vendor, 'last'))),
  },
  {
    id: 'status-missing-if-not-usable',
    title: 'A connection that is not usable has no status',
    vendors: everyVendor,
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item, { vendor }) => {
      const status = itemField(vendor, 'status');
      const isUsable = ['active', 'connected', 'testing'].includes(String(item[status]));
      return isUsable ? item : withoutField(item, status);
    }),
  },
  {
    id: 'envelope-field-missing',
    title: 'The object around the list lacks a required field',
    vendors: vendorsWithEnvelope,
    caughtBy: ['shape.200.required-fields'],
    begin: onJson(200, (json, { vendor }) =>
      isObject(json) ? withoutField(json, envelopeField(vendor)) : json,
    ),
  },
  {
    id: 'nested-status-missing',
    title: 'A resource in resource_availability lacks its status',
    vendors: ['junction'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) => eachResource(item, (resource) => withoutField(resource, 'status'))),
  },
  {
    id: 'errored-at-missing',
    title: 'The error_details lack errored_at',
    vendors: ['junction'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) => withErrorDetails(item, (details) => withoutField(details, 'errored_at'))),
  },
  {
    id: 'last-synced-at-omitted',
    title: 'The field last_synced_at is left out instead of null',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      item.last_synced_at === null ? withoutField(item, 'last_synced_at') : item,
    ),
  },
  {
    id: 'null-fields-omitted',
    title: 'Every field with the value null is left out',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.required-fields'],
    begin: onItem('each', (item) =>
      Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
    ),
  },
  {
    id: 'created-at-null',
    title: 'The creation time of the first connection is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null'],
    begin: onItem('first', (item, { vendor }) => withField(item, itemField(vendor, 'madeAt'), () => null)),
  },
  {
    id: 'status-null-last',
    title: 'The status of the last connection is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null'],
    begin: onItem('last', (item, { vendor }) => withField(item, itemField(vendor, 'status'), () => null)),
  },
  {
    id: 'null-among-connections',
    title: 'The last entry of the list is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null', 'shape.200.types'],
    begin: onItems((items) => [...items, null]),
  },
  {
    id: 'empty-list-null',
    title: 'An empty list is null',
    vendors: everyVendor,
    caughtBy: ['shape.200.null', 'shape.200.types'],
    begin: onJson(200, (json, { vendor }) =>
      itemsIn(vendor, json)?.length === 0 ? withItems(vendor, json, null) : json,
    ),
  },
  {
    id: 'resources-null',
    title: 'An empty resource_availability is null',
    vendors: ['junction'],
    caughtBy: ['shape.200.null'],
    begin: onItem('each', (item) =>
      withField(item, 'resource_availability', (resources) =>
        isObject(resources) && Object.keys(resources).length === 0 ? null : resources,
      ),
    ),
  },
];
