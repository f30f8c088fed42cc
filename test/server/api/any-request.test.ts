import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VendorKeys } from '../../../server/model/workspace.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, exchange, post } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { keyHeaders, listPath, noConnections, validKey, vendorLists } from '../../support/vendor-calls.ts';
import { requests, wild } from './arbitrary-request.ts';

const checkedVendors = vendorLists.map(({ document, path: template }) => ({
  template,
  pattern: new RegExp(`^${template.replace('{user_id}', '[^/?]+')}(?:\\?|$)`),
  checkResponse: createResponseCheck(document),
}));

describe.each(drivers)('on $name', ({ create }) => {
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

  test('no request makes the server fail, hang, violate a contract or reveal a secret', async () => {
    const { keys } = (await post(server.url, '/sandbox/workspaces', {})).json as { keys: VendorKeys };
    await fc.assert(
      fc.asyncProperty(requests, async ({ keyOf, ...request }) => {
        const key = keyOf === undefined ? {} : keyHeaders[keyOf](keys[keyOf]);
        const answer = await ask(server.url, { ...request, headers: { ...key, ...request.headers } });
        const isPreferred = answer.headers['preference-applied'] !== undefined;
        if (!isPreferred) expect(answer.status).toBeLessThan(500);
        const isJson = String(answer.headers['content-type']).includes('json');
        if (isJson && request.method !== 'HEAD') expect(answer.json).toBeDefined();
        for (const secret of Object.values(keys)) expect(answer.text).not.toContain(secret);
        const operation = checkedVendors.find(({ pattern }) => pattern.test(request.path));
        if (operation === undefined || request.method !== 'GET') return;
        expect(await operation.checkResponse({ method: 'get', path: operation.template }, answer)).toEqual(
          [],
        );
      }),
      propertyRuns(200),
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
        // The input is completed with an invalid header, so that the server does not wait for the rest.
        const answer = await exchange(server.url, `${text}\r\n\r\n\0\r\n\r\n`);
        expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      propertyRuns(100),
    );
    const path = listPath('mielto', noConnections);
    expect((await ask(server.url, { path, headers: validKey('mielto') })).status).toBe(200);
  });
});
