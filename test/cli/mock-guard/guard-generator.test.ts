import { mkdirSync, writeFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerInstead } from '../../../cli/mock-guard/answer-instead.ts';
import { type CurrentRequest, currentRequest } from '../../../cli/mock-guard/current-request.ts';
import { guardGenerator } from '../../../cli/mock-guard/guard-generator.ts';
import { type Vendor, vendorNames } from '../../../spec/vendors.ts';
import { useFolder } from '../../support/use-folder.ts';
import { listPath, noConnections } from '../../support/vendor-calls.ts';

const folder = useFolder();

/** Creates a Prism that contains only a generator with this body, and returns the generator. */
function prismWith(name: string, body: string) {
  const prism = file(`${name}/prism.js`, '');
  file(`${name}/node_modules/@stoplight/prism-http/index.js`, '');
  file(
    `${name}/node_modules/json-schema-faker/index.js`,
    `exports.JSONSchemaFaker = { generate(schema) { ${body} } };`,
  );
  guardGenerator(prism);
  return createRequire(prism)('json-schema-faker').JSONSchemaFaker;
}

function file(path: string, text: string): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

function requestFor(vendor: Vendor): CurrentRequest {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = listPath(vendor, noConnections);
  return { request, response: new ServerResponse(request), isDynamic: false };
}

describe.each(vendorNames)('A dynamic answer of %s', (vendor) => {
  test.each([
    ['is never generated', 'for (;;);'],
    ['fails', 'throw new TypeError("no");'],
    ['does not conform', 'return { detail: 1, extra: schema };'],
  ])('that %s is refused within a second, in the shape of the vendor', (name, body) => {
    const faker = prismWith(`${vendor} ${name}`, body);
    const current = requestFor(vendor);
    const start = performance.now();
    expect(() => currentRequest.run(current, () => faker.generate({ type: 'object' }))).toThrow();
    expect(performance.now() - start).toBeLessThan(1_000);
    const failed = { status: 500, contentType: 'application/problem+json', body: { title: 'at x.js:1:1' } };
    const refusal = answerInstead(current, failed);
    expect(refusal).toMatchObject({ status: vendor === 'open-wearables' ? 400 : 422 });
    expect(JSON.stringify(refusal)).toMatch(/Prefer.*dynamic answer.*choose a code or an example/);
  });

  test('with a body that violates the contract is refused', () => {
    const current = { ...requestFor(vendor), isDynamic: true };
    const given = { status: 404, contentType: 'application/json', body: { detail: 'x', stack: 'y' } };
    expect(answerInstead(current, given)).toMatchObject({ status: vendor === 'open-wearables' ? 400 : 422 });
    expect(answerInstead(current, { ...given, body: { detail: 'x' } })).toBeNull();
  });
});

test('A value that is generated outside a request is not changed', () => {
  expect(prismWith('alone', 'return 7;').generate({})).toBe(7);
});

test('A Prism without a generator is refused', () => {
  expect(() => guardGenerator(file('none/prism.js', ''))).toThrow();
});
