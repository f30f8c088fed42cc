import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperationOf, readContract } from '../../../contract/contract.ts';
import { answerViolations } from '../../../server/api/answer-violations.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { wild } from '../../server/api/arbitrary-request.ts';
import { freePort } from '../../support/free-port.ts';
import { ask, type RawRequest } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { type RunningProcess, startCli } from '../../support/run-cli.ts';
import { listPath, noConnections, validKey } from '../../support/vendor-calls.ts';

let mock: RunningProcess;
let url: string;
beforeAll(async () => {
  mock = startCli(['mock', '--port', String(await freePort())]);
  [, url = ''] = await mock.until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
});
afterAll(async () => {
  mock.child.kill('SIGTERM');
  await mock.ended;
});

/** Sends a request to the mock. Rejects if it does not answer in time. */
function asked(request: RawRequest) {
  const signal = AbortSignal.timeout(20_000);
  const silent = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`No answer to ${JSON.stringify(request)}`)));
  });
  return Promise.race([ask(url, request), silent]);
}

describe.each(vendorNames)('A dynamic answer of %s', (vendor) => {
  const { schemaAt } = readContract(vendor);
  const [path, key] = [listPath(vendor, noConnections), validKey(vendor)];

  test.each([...listOperationOf(vendor).responses.keys()])('conforms to the contract: %i', async (code) => {
    const documented = listOperationOf(vendor).responses.get(code);
    for (const Prefer of [`dynamic=true, code=${code}`, `code=${code}, dynamic=true, seed=s`]) {
      const answer = await asked({ path, headers: { ...key, Prefer } });
      expect([answer.status, answer.headers['content-type']]).toEqual([code, 'application/json']);
      const names = [...(documented?.headers.keys() ?? [])];
      const given = names.flatMap((name) => {
        const value = answer.headers[name.toLowerCase()];
        return value === undefined ? [] : [[name, String(value)]];
      });
      const headers = Object.fromEntries(given);
      expect(documented).toBeDefined();
      if (documented === undefined) return;
      expect(answerViolations(documented, schemaAt, { status: code, body: answer.json, headers })).toEqual(
        [],
      );
    }
  });

  test('is the same for the same seed', async () => {
    const ofSeed = async (seed: string) =>
      (await asked({ path, headers: { ...key, Prefer: `dynamic=true, seed=${seed}` } })).text;
    expect(await ofSeed('a')).toBe(await ofSeed('a'));
    expect(await ofSeed('a')).not.toBe(await ofSeed('b'));
  });

  test('can be requested in the query', async () => {
    expect((await asked({ path: `${path}?__dynamic=true`, headers: key })).status).toBe(200);
  });

  test('takes less than a second', async () => {
    const headers = { ...key, Prefer: 'dynamic=true' };
    await asked({ path, headers });
    const times: number[] = [];
    for (let count = 0; count < 10; count += 1) {
      const start = performance.now();
      await asked({ path, headers });
      times.push(performance.now() - start);
    }
    expect(times.toSorted((one, other) => one - other)[5]).toBeLessThan(1_000);
  });
});

const preferenceName = fc.constantFrom(
  'code',
  'example',
  'dynamic',
  'seed',
  'DYNAMIC',
  'respond-async',
  '__proto__',
  'a',
);
const preferenceValue = fc.oneof(
  fc.constantFrom(
    '200',
    '404',
    '500',
    '999',
    '',
    'true',
    'false',
    'no-connections',
    'nothing',
    '__proto__',
    '"',
  ),
  fc.string({ maxLength: 300 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, 'x')),
  fc.integer({ min: 1, max: 9_000 }).map((length) => 'x'.repeat(length)),
);
const preference = fc.tuple(preferenceName, preferenceValue, fc.constantFrom('=', ' = ', '', ';', ':'));
const prefer = fc.oneof(
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '=')) },
  {
    weight: 3,
    arbitrary: fc
      .array(preference, { maxLength: 4 })
      .chain((pairs) => fc.constantFrom(',', ', ', ';', ' ').map((comma) => joined(pairs, comma))),
  },
);
const mediaTypes = fc.oneof(
  fc.constantFrom(
    'application/json',
    '*/*',
    'text/html',
    'a',
    ';;;',
    'a/b;c',
    'a/b; c="',
    'x/y;q=1, bad',
    '',
    ',',
  ),
  fc.constantFrom(
    'application/json; charset=klingon',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '/')),
);
const headers = fc.record(
  {
    Prefer: fc.oneof(prefer, fc.array(prefer, { minLength: 2, maxLength: 3 })),
    Accept: mediaTypes,
    'Content-Type': mediaTypes,
    'Content-Encoding': fc.constantFrom('gzip', 'x'),
    Origin: fc.constantFrom('null', 'https://app.example'),
    'Access-Control-Request-Method': fc.constantFrom('GET', 'x'),
    'X-Workspace-Id': fc.constantFrom('', 'ws_default'),
  },
  { requiredKeys: [] },
);
const pair = fc.tuple(
  fc.constantFrom(
    '__code',
    '__example',
    '__dynamic',
    '__seed',
    '__server',
    'limit',
    'status',
    '__proto__',
    '',
  ),
  fc.oneof(fc.constantFrom('200', '404', '500', 'true', 'no-connections', 'x', '', '%5Bx'), wild),
);
const query = fc.array(pair, { maxLength: 5 }).map((pairs) => pairs.map((one) => one.join('=')).join('&'));
const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...vendorNames).map((vendor) => listPath(vendor, noConnections)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...vendorNames).chain((vendor) => wild.map((id) => listPath(vendor, id))),
  },
  { weight: 1, arbitrary: wild.map((text) => `/${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('//', '//[', 'http://[', 'http://a:b:c/', '*', '/%', '/%C0%80') },
);
const keys = Object.assign({}, ...vendorNames.map(validKey));
const requests = fc.record({
  method: fc.oneof(
    { weight: 5, arbitrary: fc.constant('GET') },
    { weight: 1, arbitrary: fc.constantFrom('HEAD', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY') },
  ),
  path: fc.tuple(path, query).map((parts) => parts.filter((part) => part !== '').join('?')),
  headers: headers.map((others) => ({ ...keys, ...others })),
  body: fc.option(fc.oneof(fc.constantFrom('{', '', '[]'), fc.string(), fc.json()), { nil: undefined }),
});

function joined(pairs: readonly (readonly string[])[], comma: string): string {
  return pairs.map(([name, value, equals]) => `${name}${equals}${value}`).join(comma);
}

test('no request blocks the mock, makes it fail or shows a stack trace', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ body, ...request }) => {
      const answer = await asked({ ...request, ...(body === undefined ? {} : { body }) });
      expect(answer.text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
      // A 5xx is correct only if it is documented and the request asks for it.
      if (answer.status < 500) return;
      expect(answer.headers['content-type']).toBe('application/json');
      expect(JSON.stringify([request.path, request.headers])).toMatch(new RegExp(`${answer.status}`));
    }),
    propertyRuns(150),
  );
  const answer = await ask(url, { path: listPath('mielto', noConnections), headers: validKey('mielto') });
  expect(answer.status).toBe(200);
  expect(mock.child.exitCode).toBeNull();
});
