import { type Json, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, setFields } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { eachResource, withErrorDetails } from '../kit/provider-parts.ts';

/** Undocumented values of enums. */
export const enumMutants: readonly Mutant[] = [
  {
    id: 'status-upper-case',
    title: 'The status is in upper case',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', (item, { vendor }) =>
      withField(item, itemField(vendor, 'status'), (status) => String(status).toUpperCase()),
    ),
  },
  {
    id: 'status-title-case-last',
    title: 'The status of the last connection begins with a capital',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('last', (item, { vendor }) => withField(item, itemField(vendor, 'status'), capitalised)),
  },
  {
    id: 'integration-type-upper-case',
    title: 'The integration type is in upper case',
    vendors: ['mielto'],
    caughtBy: ['shape.200.enums'],
    begin: onItem('each', (item) =>
      withField(item, 'integration_type', (type) => String(type).toUpperCase()),
    ),
  },
  {
    id: 'status-unknown',
    title: 'The last connection has an undocumented status',
    vendors: everyVendor,
    caughtBy: ['shape.200.enums'],
    begin: onItem('last', (item, { vendor }) => withField(item, itemField(vendor, 'status'), () => 'paused')),
  },
  {
    id: 'integration-type-unknown',
    title: 'The first connection has an undocumented integration type',
    vendors: ['mielto'],
    caughtBy: ['shape.200.enums'],
    begin: onItem('first', setFields({ integration_type: 'plugin' })),
  },
  {
    id: 'provider-unknown',
    title: 'The last connection has a provider that is not in the open enum',
    vendors: ['open-wearables', 'junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('last', (item, { vendor }) =>
      withField(item, itemField(vendor, 'slug'), () => 'acme_ring'),
    ),
  },
  {
    id: 'error-type-unknown',
    title: 'A failed connection has an error type that is not in the open enum',
    vendors: ['junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('each', (item) =>
      withErrorDetails(item, (details) => ({ ...details, error_type: 'solar_flare' })),
    ),
  },
  {
    id: 'availability-unknown',
    title: 'A resource has a status that is not in the open enum',
    vendors: ['junction'],
    caughtBy: ['shape.200.open-enums'],
    warnsOnly: true,
    begin: onItem('each', (item) => eachResource(item, setFields({ status: 'degraded' }))),
  },
];

function capitalised(json: Json): string {
  const text = String(json);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
