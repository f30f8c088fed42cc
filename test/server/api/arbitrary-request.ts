import fc from 'fast-check';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { type Vendor, vendorNames } from '../../../spec/vendors.ts';
import type { RawRequest } from '../../support/raw-http.ts';
import { listPath, unknown } from '../../support/vendor-calls.ts';

/** Characters of a request target. Those that decoders often handle wrongly are more frequent. */
export const wild = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '%',
      '%00',
      '%2F',
      '%ff',
      '%zz',
      '/',
      '.',
      '..',
      '?',
      '&',
      '=',
      '[',
      ']',
      '{',
      '}',
      '#',
      ';',
      ':',
      '*',
      "'",
      '"',
      '\\',
      '<',
      '__proto__',
      'null',
      '%F0%9F%A6%89',
      '%ED%A0%80',
      '+',
      '-',
      '1',
    ),
    fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 40,
});
const userId = fc.oneof(
  fc.constantFrom(
    ...scenarioUsers.filter(({ name }) => name !== 'many-connections').map((user) => user.userId),
  ),
  fc.constant(unknown),
  fc.uuid(),
  wild,
);
const parameter = fc.tuple(
  fc.constantFrom('limit', 'skip', 'status', 'integration_type', 'X', '__proto__', 'limit[]', ''),
  fc.oneof(fc.integer().map(String), fc.constantFrom('active', 'api', ''), wild),
);
const query = fc
  .array(parameter, { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...vendorNames), userId).map(([vendor, id]) => listPath(vendor, id)),
  },
  { weight: 1, arbitrary: wild.map((text) => `/${text}`) },
  { weight: 1, arbitrary: wild.map((text) => `/sandbox/${text}`) },
  { weight: 1, arbitrary: wild.map((text) => `/docs/${text}`) },
);
const headerValue = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const headers = fc.record(
  {
    wrong: fc
      .tuple(fc.constantFrom('X-API-Key', 'x-vital-api-key', 'Authorization'), headerValue)
      .map(([name, value]) => ({ [name]: value })),
    prefer: fc
      .oneof(
        headerValue,
        fc.constantFrom('code=503', 'code=1', 'example=__proto__', 'code=404, example=unknown'),
      )
      .map((Prefer) => ({ Prefer })),
    workspace: fc
      .oneof(headerValue, fc.constantFrom('ws_sandbox', 'ws_second'))
      .map((value) => ({ 'X-Workspace-Id': value })),
    type: fc.constantFrom('application/json', 'text/plain', 'x').map((value) => ({ 'Content-Type': value })),
    other: fc.constantFrom(
      { 'If-None-Match': '*' },
      { Range: 'bytes=0-' },
      { Origin: 'null' },
      { Host: 'evil.com' },
      { Accept: 'text/html' },
      { 'Content-Encoding': 'gzip' },
    ),
  },
  { requiredKeys: [] },
);
/** A request, and the vendor whose valid key is sent with it. */
export interface ArbitraryRequest extends RawRequest {
  readonly keyOf: Vendor | undefined;
}

export const requests: fc.Arbitrary<ArbitraryRequest> = fc
  .record({
    keyOf: fc.constantFrom(...vendorNames, undefined),
    method: fc.oneof(
      { weight: 5, arbitrary: fc.constant('GET') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'),
      },
    ),
    path,
    query,
    headers,
    body: fc.oneof(fc.constant(undefined), fc.string(), fc.json()),
  })
  .map(({ keyOf, method, path, query, headers, body }) => ({
    keyOf,
    method,
    path: query === '' ? path : `${path}?${query}`,
    headers: Object.assign({}, ...Object.values(headers)),
    ...(body === undefined ? {} : { body }),
  }));
