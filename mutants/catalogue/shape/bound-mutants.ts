import { isObject, type Json } from '../../proxy/json.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { onItem, onJson, setFields } from '../kit/change-answer.ts';
import { withErrorDetails } from '../kit/provider-parts.ts';

/** Values of the wrong type, and texts and numbers out of bounds. */
export const boundMutants: readonly Mutant[] = [
  envelopeMutant({
    id: 'total-string',
    title: 'The total is a string',
    caughtBy: ['shape.200.types'],
    fields: { total: '2' },
  }),
  envelopeMutant({
    id: 'total-negative',
    title: 'The total is negative',
    caughtBy: ['shape.200.bounds'],
    fields: { total: -1 },
  }),
  envelopeMutant({
    id: 'total-fraction',
    title: 'The total is not an integer',
    caughtBy: ['shape.200.types'],
    fields: { total: 2.5 },
  }),
  envelopeMutant({
    id: 'total-null',
    title: 'The total is null',
    caughtBy: ['shape.200.null'],
    fields: { total: null },
  }),
  envelopeMutant({
    id: 'page-string',
    title: 'The page is a string',
    caughtBy: ['shape.200.types'],
    fields: { page: '1' },
  }),
  envelopeMutant({
    id: 'size-null',
    title: 'The size is null',
    caughtBy: ['shape.200.null'],
    fields: { size: null },
  }),
  itemMutant({
    id: 'label-256',
    title: 'The label of the last connection has 256 characters',
    vendor: 'mielto',
    fields: {
      label: 'x'.repeat(256),
    },
  }),
  itemMutant({
    id: 'integration-empty',
    title: 'The integration of the last connection is empty',
    vendor: 'mielto',
    fields: {
      integration: '',
    },
  }),
  itemMutant({
    id: 'mielto-id-empty',
    title: 'The id of the last connection is empty',
    vendor: 'mielto',
    fields: { id: '' },
  }),
  itemMutant({
    id: 'username-256',
    title: 'The user name at the last provider has 256 characters',
    vendor: 'open-wearables',
    fields: {
      provider_username: 'x'.repeat(256),
    },
  }),
  itemMutant({
    id: 'provider-empty',
    title: 'The provider of the last connection is empty',
    vendor: 'open-wearables',
    fields: {
      provider: '',
    },
  }),
  itemMutant({
    id: 'junction-name-empty',
    title: 'The name of the last provider is empty',
    vendor: 'junction',
    fields: { name: '' },
  }),
  {
    id: 'error-message-too-long',
    title: 'The error_message has 2,001 characters',
    vendors: ['junction'],
    caughtBy: ['shape.200.bounds'],
    begin: onItem('each', (item) =>
      withErrorDetails(item, (details) => ({ ...details, error_message: 'x'.repeat(2001) })),
    ),
  },
];

function envelopeMutant({
  caughtBy,
  fields,
  ...head
}: MutantHead & {
  readonly caughtBy: readonly string[];
  readonly fields: Readonly<Record<string, Json>>;
}): Mutant {
  const begin = onJson(200, (json) => (isObject(json) ? setFields(fields)(json) : json));
  return { ...head, vendors: ['mielto'], caughtBy, begin };
}

function itemMutant({
  vendor,
  fields,
  ...head
}: MutantHead & {
  readonly vendor: Mutant['vendors'][number];
  readonly fields: Readonly<Record<string, Json>>;
}): Mutant {
  const begin = onItem('last', setFields(fields));
  return { ...head, vendors: [vendor], caughtBy: ['shape.200.bounds'], begin };
}
