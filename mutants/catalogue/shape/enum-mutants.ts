import { isObject, type Json, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem, setFields } from '../kit/change-answer.ts';
import { listShapes } from '../kit/list-body.ts';
import { eachResource } from './field-mutants.ts';

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

function capitalised(json: Json): string {
  const text = String(json);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
