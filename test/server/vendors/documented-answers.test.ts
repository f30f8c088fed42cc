import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '../../../contract/contract.ts';
import type { DocumentedResponse, Operation } from '../../../contract/operation.ts';
import { startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { exampleCalls, requestOf, responseNames, shownResponse } from '../../support/example-calls.ts';
import { linkToken } from '../../support/prepare-junction-call.ts';
import { startPrismMock } from '../../support/prism-mock.ts';
import { ask } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { credentialsFor, noConnections } from '../../support/vendor-calls.ts';

/*
 * Every documented answer of every operation of the vendors can be had from the server and from the mock by `Prefer`.
 */
const operations = vendorNames.flatMap((vendor) =>
  [...readContract(vendor).operations.values()].map((operation) => ({ vendor, id: operation.id, operation })),
);

/** The `Prefer` for each documented answer of an operation, and the name of its example; null if it has no body. */
function preferences({ responses }: Operation) {
  return [...responses.values()].flatMap(
    (response): { response: DocumentedResponse; name: string | null; Prefer: string }[] => {
      const { status } = response;
      const names = responseNames(response);
      if (names.length === 0) return [{ response, name: null, Prefer: `code=${status}` }];
      return names.map((name) => ({ response, name, Prefer: `code=${status}, example=${name}` }));
    },
  );
}

describe.each([
  ['server', startServer],
  ['mock', startPrismMock],
] as const)('the %s gives each documented answer of', (kind, start) => {
  let url: string;
  let close: () => Promise<void>;
  let token = 'link_us_token';
  beforeAll(async () => {
    ({ url, close } = await start());
    // The mock accepts any token.
    if (kind === 'server') token = await linkToken({ url }, noConnections);
  });
  afterAll(() => close());

  test.each(operations)('$id', async ({ vendor, operation }) => {
    const violationsOf = createResponseCheck(`${vendor}.yaml`);
    const [call] = exampleCalls(operation);
    if (call === undefined) throw new Error(`${operation.id} has no call.`);
    const credentials = { ...credentialsFor(vendor, operation), 'x-vital-link-token': token };
    for (const { response, name, Prefer } of preferences(operation)) {
      const answer = await ask(url, requestOf(call, { ...credentials, Prefer }));
      expect([Prefer, await violationsOf(operation, answer)]).toEqual([Prefer, []]);
      const body = name === null ? undefined : shownResponse(response, name).body;
      expect([Prefer, answer.status, answer.json]).toEqual([Prefer, response.status, body]);
    }
  });
});
