import { describe, expect, test } from 'vitest';
import { contractOf, readContract } from '../../../contract/contract.ts';
import type { OpenApiDocument } from '../../../contract/openapi-document.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { configSchema } from '../../../verify/config/config-schema.ts';
import { valueAt } from '../../../verify/vendors/vendor-rules.ts';

function statusesIn(schema: unknown, vendor: string): unknown {
  const users = `/properties/apis/properties/${vendor}/properties/users`;
  return valueAt(schema, `${users}/items/properties/expect/properties/states/propertyNames/enum`);
}

describe('The schema of the configuration', () => {
  test('contains each vendor, and no other API', () => {
    const apis = valueAt(configSchema(), '/properties/apis/properties');
    expect(Object.keys(Object(apis))).toEqual(vendorNames);
  });

  test.each([
    ['open-wearables', 'OpenWearablesConnection'],
    ['junction', 'JunctionProvider'],
    ['mielto', 'MieltoConnection'],
  ])('contains the statuses of %s from its contract', (vendor, item) => {
    const stated = valueAt(
      readContract(vendor).document,
      `/components/schemas/${item}/properties/status/enum`,
    );
    expect(stated).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(statusesIn(configSchema(), vendor)).toEqual(stated);
  });

  test('follows a contract that changes', () => {
    const schema = configSchema([withStatus({ type: 'string', enum: ['on', 'off'] })]);
    expect(statusesIn(schema, 'junction')).toEqual(['on', 'off']);
  });

  test('accepts any status if the contract does not limit them', () => {
    const schema = configSchema([withStatus({ type: 'string', 'x-extensible-enum': ['on', 'off'] })]);
    expect(statusesIn(schema, 'junction')).toBeUndefined();
  });
});

/** Junction's contract with another schema for the status. */
function withStatus(status: object) {
  const document: OpenApiDocument = structuredClone(readContract('junction').document);
  Object.assign(Object(valueAt(document, '/components/schemas/JunctionProvider/properties')), { status });
  return contractOf('junction', document);
}
