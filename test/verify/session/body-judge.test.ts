import { expect, test } from 'vitest';
import { type Contract, readContract } from '../../../contract/contract.ts';
import type { BodyFault } from '../../../verify/session/body-fault.ts';
import { bodyJudgeOf } from '../../../verify/session/body-judge.ts';

const junction = readContract('junction');
const mielto = readContract('mielto');
const openWearables = readContract('open-wearables');

function faultsOf(contract: Contract, body: unknown): readonly BodyFault[] {
  const [operation] = contract.operations.values();
  const [media] = operation?.responses.get(200)?.content.values() ?? [];
  const pointer = media?.schemaPointer ?? '';
  return bodyJudgeOf(contract)(pointer, body);
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

test('Bodies that keep the contract have no faults', () => {
  expect([...providers({}), ...connections({})]).toEqual([]);
});

test.each<[string, { faults: readonly BodyFault[]; pointer: string; place: RegExp }]>([
  [
    'required-fields',
    { faults: providers({ slug: undefined }), pointer: '/providers/0/slug', place: /JunctionProvider$/ },
  ],
  [
    'types',
    { faults: providers({ name: 7 }), pointer: '/providers/0/name', place: /JunctionProvider\/.*name/ },
  ],
  [
    'null',
    { faults: providers({ name: null }), pointer: '/providers/0/name', place: /JunctionProvider\/.*name/ },
  ],
  [
    'undocumented-fields',
    { faults: providers({ plan: 1 }), pointer: '/providers/0/plan', place: /JunctionProvider$/ },
  ],
  [
    'enums',
    { faults: connections({ status: 'Active' }), pointer: '/connections/0/status', place: /mielto\.yaml#/ },
  ],
  [
    'open-enums',
    {
      faults: providers({
        status: 'error',
        error_details: { error_type: 'new', error_message: 'm', errored_at: provider.created_on },
      }),
      pointer: '/providers/0/error_details/error_type',
      place: /components\/schemas/,
    },
  ],
  [
    'times',
    {
      faults: providers({ created_on: '2025-02-30T12:00:00+00:00' }),
      pointer: '/providers/0/created_on',
      place: /created_on|Time/,
    },
  ],
  ['uuids', { faults: faultsOf(openWearables, [{ id: '7' }]), pointer: '/0/id', place: /properties\/id$/ }],
  ['uris', { faults: providers({ logo: 'garmin.svg' }), pointer: '/providers/0/logo', place: /logo/ }],
  [
    'bounds',
    { faults: connections({ label: 'l'.repeat(256) }), pointer: '/connections/0/label', place: /label/ },
  ],
  [
    'conditions',
    {
      faults: providers({ status: 'error' }),
      pointer: '/providers/0/error_details',
      place: /JunctionProvider/,
    },
  ],
  [
    'secret-names',
    {
      faults: connections({ config: { access_token: 'x' } }),
      pointer: '/connections/0/config',
      place: /mielto/,
    },
  ],
])('One broken body shows a fault of the kind %s, with its place', (kind, { faults, pointer, place }) => {
  const fault = faults.find((found) => found.kind === kind);
  expect(fault).toMatchObject({ pointer, place: expect.stringMatching(place) });
  expect(fault?.provenance).toMatch(/^(?:page|public|decided)$/);
});

test('A list of a hundred thousand empty items is judged with a bounded number of faults', () => {
  const faults = faultsOf(mielto, {
    connections: Array.from({ length: 100_000 }, () => ({})),
    total: 1,
    page: 1,
    size: 1,
  });
  expect(faults.length).toBe(5_000);
});

test('Nothing of a body is changed', () => {
  const body = Object.freeze({ providers: Object.freeze([Object.freeze({ ...provider })]) });
  expect(faultsOf(junction, body)).toEqual([]);
});
