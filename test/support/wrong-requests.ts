import type { Contract } from '../../contract/contract.ts';
import { dereference, type SchemaObject } from '../../contract/openapi-document.ts';
import { type ExampleCall, requestOf } from './example-calls.ts';
import type { RawRequest } from './raw-http.ts';

/** Values that violate the schemas of most parameters and fields. */
const texts = ['no-such-value', '-1', '0', '1000000', 'x'.repeat(3000)];
const values: readonly unknown[] = [null, 5, '', 'no-such-value', [], { api_key: '' }];

/**
 * Returns requests that an operation can refuse. They are its own calls: unchanged, without credentials, with wrong ones,
 * from another host or page, without each parameter of the query, with an invalid value in each parameter and each field
 * of the body, and with an invalid body.
 */
export function wrongRequests(
  contract: Contract,
  calls: readonly ExampleCall[],
  credentials: Readonly<Record<string, string>>,
): RawRequest[] {
  const requests = calls.map((call) => requestOf(call, credentials));
  const [first] = calls;
  const [request] = requests;
  if (first === undefined || request === undefined) throw new Error('The operation has no call.');
  const withHeaders = (headers: Readonly<Record<string, string>>): RawRequest => ({
    ...request,
    headers: { ...request.headers, ...headers },
  });
  return [
    ...requests,
    requestOf(first, {}),
    requestOf(first, wrong(credentials)),
    withHeaders({ Host: 'evil.example' }),
    withHeaders({ Origin: 'https://evil.example' }),
    ...first.operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) => {
        const others = [...first.values].filter(([given]) => given !== name);
        return requestOf({ ...first, values: new Map(others) }, credentials);
      }),
    ...first.operation.parameters.flatMap(({ name }) =>
      texts.map((text) =>
        requestOf({ ...first, values: new Map([...first.values, [name, text]]) }, credentials),
      ),
    ),
    ...(first.operation.requestBody === null
      ? []
      : [...invalidBodies(contract, first, credentials), ...noBodies(withHeaders)]),
  ];
}

/** The same headers with credentials that do not exist. */
function wrong(credentials: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, `${value}_wrong`]));
}

function invalidBodies(
  { document }: Contract,
  call: ExampleCall,
  credentials: Readonly<Record<string, string>>,
): RawRequest[] {
  const pointer = call.operation.requestBody?.content.get('application/json')?.schemaPointer ?? '';
  const { properties } = dereference<SchemaObject>(document, { $ref: pointer });
  return Object.entries(properties as Record<string, SchemaObject>).flatMap(([name, declared]) => {
    const { enum: known = [] } = dereference<SchemaObject>(document, declared);
    return [...values, known[0]].map((value) =>
      requestOf({ ...call, body: { ...Object(call.body), [name]: value } }, credentials),
    );
  });
}

function noBodies(withHeaders: (headers: Readonly<Record<string, string>>) => RawRequest): RawRequest[] {
  const json = withHeaders({ 'Content-Type': 'application/json' });
  const { body: _, ...empty } = json;
  return [
    empty,
    { ...json, body: 'null' },
    { ...json, body: '{' },
    { ...json, body: Buffer.from('"é"', 'latin1') },
    { ...json, body: `"${'x'.repeat(70_000)}"` },
    { ...withHeaders({ 'Content-Type': 'text/plain' }), body: '{}' },
    { ...withHeaders({ 'Content-Type': 'application/json; charset=latin1' }), body: '{}' },
    { ...json, headers: { ...json.headers, 'Content-Encoding': 'x' }, body: '{}' },
  ];
}
