import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { scenarioUsers } from '../../spec/scenarios.ts';
import { vendors } from '../../spec/vendors.ts';
import { createJudge } from '../contract/judge.ts';
import { memory, postgres, type TestDatabase } from '../databases.ts';
import { ask, exchange, type RawRequest } from './raw-http.ts';
import { keys, listPath, noConnections, unknown, validKey, vendorNames } from './vendor-calls.ts';

/** Whoever wants a run again sets the seed that a failure has printed. */
const runs = { numRuns: 400, ...(process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }) };
const secrets = vendorNames.flatMap((vendor) => Object.values(keys[vendor]));

/** Characters that may stand in a request target, those that trip decoders more often. */
const wild = fc.string({
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
    key: fc.constantFrom(...vendorNames.map(validKey)),
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
const requests: fc.Arbitrary<RawRequest> = fc
  .record({
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
  .map(({ method, path, query, headers, body }) => ({
    method,
    path: query === '' ? path : `${path}?${query}`,
    headers: Object.assign({}, ...Object.values(headers)),
    ...(body === undefined ? {} : { body }),
  }));

const judges = vendors.map(({ document, path: template }) => ({
  template,
  pattern: new RegExp(`^${template.replace('{user_id}', '[^/?]+')}(?:\\?|$)`),
  judge: createJudge(document),
}));

describe.each([memory, postgres])('on $name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });

  test('no request makes the server fail, hang, break a contract or tell a secret', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const answer = await ask(server.url, request);
        const isPreferred = answer.headers['preference-applied'] !== undefined;
        if (!isPreferred) expect(answer.status).toBeLessThan(500);
        const isJson = String(answer.headers['content-type']).includes('json');
        if (isJson && request.method !== 'HEAD') expect(answer.json).toBeDefined();
        for (const secret of secrets) {
          if (!JSON.stringify(request).includes(secret)) expect(answer.text).not.toContain(secret);
        }
        const operation = judges.find(({ pattern }) => pattern.test(request.path));
        if (operation === undefined || request.method !== 'GET') return;
        expect(await operation.judge({ method: 'get', path: operation.template }, answer)).toEqual([]);
      }),
      runs,
    );
  });

  test('no bytes make the server fail or hang', async () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .tuple(fc.constantFrom('GET', 'POST', 'X', ''), wild, fc.string({ maxLength: 80 }))
        .map(
          ([method, target, rest]) =>
            `${method} /${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${rest}`,
        ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (text) => {
        // Nobody waits for what has no end: an end is put to it, as words that are no header.
        const answer = await exchange(server.url, `${text}\r\n\r\n\0\r\n\r\n`);
        expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { ...runs, numRuns: 200 },
    );
    const path = listPath('mielto', noConnections);
    expect((await ask(server.url, { path, headers: validKey('mielto') })).status).toBe(200);
  });
});
