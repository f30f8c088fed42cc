import { describe, expect, test } from 'vitest';
import { readContract } from '../../../contract/contract.ts';
import type { Vendor } from '../../../spec/vendors.ts';
import { bodyValidatorOf } from '../../../verify/session/body-validator.ts';

/** The kind and the source of each fault of a body against a schema of a contract. */
function sources(vendor: Vendor, schema: string, body: unknown): (readonly [string, string])[] {
  const faults = bodyValidatorOf(readContract(vendor))(`#/components/schemas/${schema}`, body);
  return faults.map(({ kind, provenance }) => [kind, provenance]);
}

const wearable = {
  id: '123e4567-e89b-12d3-a456-426614174000',
  user_id: '550e8400-e29b-41d4-a716-446655440000',
  provider: 'garmin',
  provider_user_id: null,
  provider_username: null,
  scope: null,
  status: 'active',
  last_synced_at: null,
  created_at: '2024-01-10T08:00:00Z',
  updated_at: '2024-03-15T10:30:00Z',
};
const provider = {
  name: 'Fitbit',
  slug: 'fitbit',
  logo: 'https://example.com/fitbit.png',
  created_on: '2010-01-23T12:34:56+00:00',
  status: 'connected',
  resource_availability: {},
};
const integration = {
  integration: 'slack',
  integration_type: 'connectors',
  id: 'c1',
  credential_id: 'k1',
  user_id: 'ana',
  workspace_id: 'w1',
  created_by: 'ana',
  status: 'active',
  created_at: '2024-01-10T08:00:00Z',
  updated_at: '2024-01-10T08:00:00Z',
};

function without(item: object, name: string): object {
  return Object.fromEntries(Object.entries(item).filter(([field]) => field !== name));
}

describe("A fault has the source page only if the vendor's page says so", () => {
  test.each<[string, Vendor, string, unknown, readonly (readonly [string, string])[]]>([
    [
      'no other field is allowed',
      'open-wearables',
      'OpenWearablesConnection',
      { ...wearable, icon: 1 },
      [['undocumented-fields', 'decided']],
    ],
    [
      'a field is required',
      'open-wearables',
      'OpenWearablesConnection',
      without(wearable, 'provider'),
      [['required-fields', 'page']],
    ],
    [
      'a field "if available" is required',
      'open-wearables',
      'OpenWearablesConnection',
      without(wearable, 'provider_username'),
      [['required-fields', 'decided']],
    ],
    [
      'UTC is written with Z',
      'open-wearables',
      'OpenWearablesConnection',
      { ...wearable, created_at: '2024-01-10T08:00:00+00:00' },
      [['times', 'decided']],
    ],
    [
      'a time is a time',
      'open-wearables',
      'OpenWearablesConnection',
      { ...wearable, created_at: 'yesterday' },
      [['times', 'page']],
    ],
    [
      'a text has a maximum length',
      'open-wearables',
      'OpenWearablesConnection',
      { ...wearable, provider: 'x'.repeat(300) },
      [
        ['bounds', 'decided'],
        ['open-enums', 'page'],
      ],
    ],
    [
      'a status is one of three',
      'open-wearables',
      'OpenWearablesConnection',
      { ...wearable, status: 'gone' },
      [['enums', 'page']],
    ],
    [
      'UTC is written as an offset',
      'junction',
      'JunctionProvider',
      { ...provider, created_on: '2010-01-23T12:34:56Z' },
      [['times', 'public']],
    ],
    [
      'details are empty without an error',
      'junction',
      'JunctionProvider',
      {
        ...provider,
        error_details: { error_type: 'unknown', error_message: '', errored_at: '2010-01-23T12:34:56+00:00' },
      },
      [['conditions', 'page']],
    ],
    [
      'an error has details',
      'junction',
      'JunctionProvider',
      { ...provider, status: 'error' },
      [['conditions', 'decided']],
    ],
    [
      'a label has at most 255 characters',
      'mielto',
      'MieltoConnection',
      { ...integration, label: 'x'.repeat(256) },
      [['bounds', 'page']],
    ],
    [
      'an id has at most 255 characters',
      'mielto',
      'MieltoConnection',
      { ...integration, id: 'x'.repeat(256) },
      [['bounds', 'decided']],
    ],
    [
      'a validation error has details',
      'mielto',
      'MieltoValidationError',
      {},
      [['required-fields', 'public']],
    ],
  ])('%s (%s)', (_, vendor, schema, body, expected) => {
    expect(sources(vendor, schema, body)).toEqual(expected);
  });
});

test.each([
  ['junction', 'JunctionValidationError'],
  ['mielto', 'MieltoValidationError'],
] as const)('The fields that newer versions of FastAPI add to an error of %s are known', (vendor, schema) => {
  const item = { type: 'x', loc: ['query', 'limit'], msg: 'm', input: { any: [null] }, ctx: { le: 1000 } };
  const items = [item, { ...item, url: 'https://errors.pydantic.dev/2.5/v/x' }];
  expect(sources(vendor, schema, { detail: items })).toEqual([]);
});
