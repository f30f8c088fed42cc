import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import type { Vendor } from '../../../spec/vendors.ts';
import { documentedExamples } from '../../support/documented-examples.ts';
import { startPrismMock } from '../../support/prism-mock.ts';
import { ask } from '../../support/raw-http.ts';
import { createResponseCheck, type ResponseCheck, type WireAnswer } from '../../support/response-check.ts';
import { listPath, noConnections, validKey, vendorLists } from '../../support/vendor-calls.ts';

/*
 * The same requests are sent to the server and to the mock. The mock has no state:
 * - It accepts any key, and answers 401 only if the key is missing.
 * - It answers every user with the first example, and 404 only if the client prefers it.
 * - It validates `skip`, `limit` and the filters, but does not apply them.
 * Behaviour that needs state is tested only on the server, in the other files of `test/server/`.
 */
const examples = documentedExamples();
const checks = Object.fromEntries(
  vendorLists.map(({ vendor, document, path }) => {
    const checkResponse: ResponseCheck = createResponseCheck(document);
    return [vendor, (answer: WireAnswer) => checkResponse({ method: 'get', path }, answer)] as const;
  }),
) as Record<Vendor, (answer: WireAnswer) => Promise<string[]>>;

test('each status that the documents declare has an example', () => {
  const statuses = (vendor: Vendor) => [
    ...new Set(examples.filter((example) => example.vendor === vendor).map(({ status }) => status)),
  ];
  expect(statuses('open-wearables')).toEqual([200, 400, 401, 404, 429, 500, 503]);
  expect(statuses('junction')).toEqual([200, 401, 404, 422, 429, 500, 503]);
  expect(statuses('mielto')).toEqual([200, 401, 402, 403, 404, 422, 429, 500, 503]);
});

describe.each([
  ['server', startServer],
  ['mock', startPrismMock],
] as const)('the %s', (_, start) => {
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ url, close } = await start());
  });
  afterAll(() => close());

  test.each(examples)('answers $vendor $status with the preferred example $name', async (example) => {
    const { vendor, status } = example;
    const headers = { ...validKey(vendor), Prefer: `code=${status}, example=${example.name}` };
    const answer = await ask(url, { path: listPath(vendor, noConnections), headers });
    expect(await checks[vendor](answer)).toEqual([]);
    expect({ status: answer.status, body: answer.json }).toEqual({ status, body: example.value });
  });

  const users = vendorLists.flatMap(({ vendor }) => scenarioUsers.map((user) => ({ vendor, ...user })));
  test.each(users)('answers $vendor 200 for $name', async ({ vendor, userId }) => {
    const answer = await ask(url, { path: listPath(vendor, userId), headers: validKey(vendor) });
    expect(await checks[vendor](answer)).toEqual([]);
    expect(answer.status).toBe(200);
  });

  test.each<[Vendor, number, string, string, Record<string, string>]>([
    ['open-wearables', 401, 'a missing key', listPath('open-wearables', noConnections), {}],
    ['junction', 401, 'a missing key', listPath('junction', noConnections), {}],
    ['mielto', 401, 'a missing key', listPath('mielto', noConnections), {}],
    [
      'open-wearables',
      400,
      'an id that is not a UUID',
      listPath('open-wearables', '1'),
      validKey('open-wearables'),
    ],
    ['junction', 422, 'an id that is not a UUID', listPath('junction', '1'), validKey('junction')],
    ...['limit=0', 'limit=1001', 'limit=x', 'skip=-1', 'status=ACTIVE', 'integration_type=x'].map(
      (query): [Vendor, number, string, string, Record<string, string>] => [
        'mielto',
        422,
        query,
        `${listPath('mielto', noConnections)}?${query}`,
        validKey('mielto'),
      ],
    ),
  ])('answers %s %i for %s', async (vendor, status, _, path, headers) => {
    const answer = await ask(url, { path, headers });
    expect(await checks[vendor](answer)).toEqual([]);
    expect(answer.status).toBe(status);
  });
});
