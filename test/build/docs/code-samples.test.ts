import { expect, test } from 'vitest';
import { codeSamples } from '../../../build/docs/code-samples.ts';
import { sampleRequest } from '../../../build/docs/sample-request.ts';
import { sdkSample } from '../../../build/docs/sdk-samples.ts';
import { allContractNames, listOperationOf, operationOf, readContract } from '../../../contract/contract.ts';
import { vendorEntry } from '../../../spec/vendors.ts';

/** They are called by a browser that is redirected, and only redirect it. */
const callbacks = ['completeOpenWearablesOauth', 'completeMieltoOauth'];

test.each(allContractNames)(
  'every operation of %s that a program calls has a sample in each language',
  async (name) => {
    const contract = readContract(name);
    const samples = await codeSamples(contract);
    const called = [...contract.operations.keys()].filter((id) => !callbacks.includes(id));
    expect([...samples.keys()]).toEqual(called);
    const sdk = name === 'junction' ? ['Junction SDK'] : [];
    for (const [id, own] of samples) {
      const labels = own.map(({ label }) => label);
      expect(labels, id).toEqual(['cURL', 'TypeScript', ...sdk, 'Python', 'Go', 'Java']);
      for (const { source } of own) expect(source, id).toMatch(/http:\/\/127\.0\.0\.1:4010[\s\S]*[^\n]\n$/);
    }
  },
);

test('a sample sends the first example that leads to a success, with all that has its name', () => {
  const { operations } = readContract('sandbox');
  const sampled = (id: string) => {
    const { operation, ...request } = sampleRequest(operationOf(readContract('sandbox'), id));
    return request;
  };
  expect(operations.size).toBeGreaterThan(20);
  expect(sampled('listSandboxUsers')).toEqual({
    path: { workspace_id: 'ws_sandbox' },
    query: { limit: 2 },
    header: {},
    body: undefined,
  });
  expect(sampled('createSandboxUser').body).toEqual({ id: expect.any(String) });
  expect(sampled('deleteSandboxWorkspace').path).toEqual({ workspace_id: 'ws_second' });
  expect(sampled('resetSandbox')).toEqual({ path: {}, query: {}, header: {}, body: undefined });
});

test('a sample carries the credential that its operation needs', async () => {
  const junction = await codeSamples(readContract('junction'));
  const curl = (samples: typeof junction, id: string) => samples.get(id)?.[0]?.source;
  expect(curl(junction, 'getJunctionUser')).toContain("'x-vital-api-key: sk_us_sandbox_key'");
  expect(curl(junction, 'listJunctionLinkProviders')).toContain("'x-vital-link-token: LINK_TOKEN'");
  const openWearables = await codeSamples(readContract('open-wearables'));
  const { developerToken } = vendorEntry('open-wearables');
  const bearer = `Bearer ${developerToken?.samples.first}`;
  expect(curl(openWearables, 'getOpenWearablesUser')).not.toMatch(/authorization/i);
  for (const { source } of openWearables.get('deleteOpenWearablesUser') ?? [])
    expect(source).toContain(bearer);
});

test('an operation without an example for all that it requires is an error that names its place', () => {
  const list = listOperationOf('junction');
  const parameters = list.parameters.map((parameter) => ({ ...parameter, examples: new Map() }));
  expect(() => sampleRequest({ ...list, parameters })).toThrow(
    /^No code sample of listJunctionProviders can be made: .* Add one at spec\/junction\.yaml#/,
  );
  const fail = operationOf(readContract('sandbox'), 'failSandboxConnection');
  const requestBody = fail.requestBody && { ...fail.requestBody, content: new Map() };
  expect(() => sampleRequest({ ...fail, requestBody })).toThrow(/^No code sample of failSandboxConnection/);
});

test('an operation that is not known to have a method of the SDK is an error', () => {
  const request = sampleRequest({ ...listOperationOf('junction'), id: 'newOperation' });
  expect(() => sdkSample(vendorEntry('junction'), request, 'http://x.example')).toThrow(
    /newOperation can be made with the Junction SDK\. Add its method to build\/docs\/sdk-samples\.ts/,
  );
});
