import { expect, test } from 'vitest';
import { type Contract, operationOf, readContract } from '../../../contract/contract.ts';
import { vendors } from '../../../spec/vendors.ts';
import type { BodyFault } from '../../../verify/session/body-fault.ts';
import { bodyValidatorOf } from '../../../verify/session/body-validator.ts';

const junction = readContract('junction');
const mielto = readContract('mielto');
const openWearables = readContract('open-wearables');

function faultsOf(contract: Contract, body: unknown): readonly BodyFault[] {
  const { list } = vendors.find(({ vendor }) => vendor === contract.name) ?? vendors[0];
  const operation = operationOf(contract, list.operationId);
  const [media] = operation.responses.get(200)?.content.values() ?? [];
  const pointer = media?.schemaPointer ?? '';
  return bodyValidatorOf(contract)(pointer, body);
}

const provider = {
  name: 'Garmin',
  slug: 'garmin',
  logo: 'https://example.com/garmin.svg',
  status: 'connected',
  created_on: '2025-06-02T12:00:00+00:00',
  resource_availability: {},
  error_details: null,
};
const connection = {
  label: 'Team chat',
  integration: 'slack',
  integration_type: 'connectors',
  id: '55440000-0000-4000-a000-000000000004',
  credential_id: 'cred_4',
  user_id: 'u',
  workspace_id: 'ws',
  created_by: 'u',
  status: 'active',
  created_at: '2024-03-01T09:00:00Z',
  updated_at: '2024-03-15T10:30:00Z',
};
const providers = (change: object) => faultsOf(junction, { providers: [{ ...provider, ...change }] });
const connections = (change: object, beside: object = {}) =>
  faultsOf(mielto, { connections: [{ ...connection, ...change }], total: 1, page: 1, size: 100, ...beside });

test('Bodies that conform to the contract have no errors', () => {
  expect([...providers({}), ...connections({})]).toEqual([]);
});

test.each<[string, { faults: readonly BodyFault[]; at: string; rule: RegExp }]>([
  [
    'required-fields',
    { faults: providers({ slug: undefined }), at: '/providers/0/slug', rule: /JunctionProvider$/ },
  ],
  ['types', { faults: providers({ name: 7 }), at: '/providers/0/name', rule: /JunctionProvider\/.*name/ }],
  ['null', { faults: providers({ name: null }), at: '/providers/0/name', rule: /JunctionProvider\/.*name/ }],
  [
    'undocumented-fields',
    { faults: providers({ plan: 1 }), at: '/providers/0/plan', rule: /JunctionProvider$/ },
  ],
  [
    'enums',
    { faults: connections({ status: 'Active' }), at: '/connections/0/status', rule: /mielto\.yaml#/ },
  ],
  [
    'open-enums',
    {
      faults: providers({
        status: 'error',
        error_details: { error_type: 'new', error_message: 'm', errored_at: provider.created_on },
      }),
      at: '/providers/0/error_details/error_type',
      rule: /components\/schemas/,
    },
  ],
  [
    'times',
    {
      faults: providers({ created_on: '2025-02-30T12:00:00+00:00' }),
      at: '/providers/0/created_on',
      rule: /created_on|Time/,
    },
  ],
  ['uuids', { faults: faultsOf(openWearables, [{ id: '7' }]), at: '/0/id', rule: /properties\/id$/ }],
  ['uris', { faults: providers({ logo: 'garmin.svg' }), at: '/providers/0/logo', rule: /logo/ }],
  ['bounds', { faults: connections({ label: 'l'.repeat(256) }), at: '/connections/0/label', rule: /label/ }],
  [
    'conditions',
    {
      faults: providers({ status: 'error' }),
      at: '/providers/0/error_details',
      rule: /JunctionProvider/,
    },
  ],
  [
    'secret-names',
    {
      faults: connections({ config: { access_token: 'x' } }),
      at: '/connections/0/config',
      rule: /mielto/,
    },
  ],
])('A body that is not valid has an error of kind %s, with its location', (kind, { faults, at, rule }) => {
  const fault = faults.find((found) => found.kind === kind);
  expect(fault).toMatchObject({ at, rule: expect.stringMatching(rule) });
  expect(fault?.provenance).toMatch(/^(?:page|public|decided)$/);
});

test('A time in a format that differs from the page is an error of kind times', () => {
  const faults = providers({ created_on: '2025-06-02T12:00:00Z' });
  expect(faults).toMatchObject([{ kind: 'times', at: '/providers/0/created_on' }]);
});

test('A name of a secret is found at any depth of a config', () => {
  const faults = connections({ config: { a: [[{ b: [{ Password: 'x' }] }]] } });
  expect(faults).toMatchObject([
    {
      kind: 'secret-names',
      at: '/connections/0/config/a/0/0/b/0',
      rule: expect.stringMatching(/mielto/),
    },
  ]);
});

test.each([
  ['types', {}],
  ['null', null],
])('A value of none of several types is one error of kind %s', (kind, value) => {
  const body = { detail: [{ loc: ['path', value], msg: 'm', type: 't' }] };
  const faults = bodyValidatorOf(junction)('#/components/schemas/JunctionValidationError', body);
  expect(faults).toMatchObject([{ kind, at: '/detail/0/loc/1', expected: 'string, integer' }]);
});

test('A list of a hundred thousand empty items has a limited number of errors', () => {
  const faults = faultsOf(mielto, {
    connections: Array.from({ length: 100_000 }, () => ({})),
    total: 1,
    page: 1,
    size: 1,
  });
  expect(faults.length).toBe(5_000);
});

test('The body is not changed', () => {
  const body = Object.freeze({ providers: Object.freeze([Object.freeze({ ...provider })]) });
  expect(faultsOf(junction, body)).toEqual([]);
});
