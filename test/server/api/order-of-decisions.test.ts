import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask } from '../../support/raw-http.ts';
import { listPath, noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const invalid = { 'open-wearables': 400, junction: 422, mielto: 422 } as const;

/**
 * The order is: method, key, `Prefer`, input, user. A client without a valid key learns nothing, and a preferred answer
 * does not need valid input.
 */
describe.each(vendorNames)('%s checks', (vendor) => {
  const bad = vendor === 'mielto' ? `${listPath(vendor, unknown)}?limit=0` : listPath(vendor, 'no-uuid');
  const key = validKey(vendor);
  const wrongKey = { ...key };
  for (const name of Object.keys(wrongKey)) wrongKey[name] = `${key[name]}x`;
  const prefer503 = { Prefer: 'code=503' };
  const preferNothing = { Prefer: 'code=599' };

  test.each<[string, string, string, Record<string, string>, number]>([
    ['the method before the key', 'POST', bad, preferNothing, 405],
    ['the path before the key', 'GET', `${bad.split('?')[0]}/more/segments`, preferNothing, 404],
    ['the key before the preference', 'GET', listPath(vendor, noConnections), prefer503, 401],
    [
      'a wrong key before a preference',
      'GET',
      listPath(vendor, noConnections),
      { ...wrongKey, ...prefer503 },
      401,
    ],
    ['a wrong key before an unknown preference', 'GET', bad, { ...wrongKey, ...preferNothing }, 401],
    ['the key before the input', 'GET', bad, wrongKey, 401],
    ['the key before the user', 'GET', listPath(vendor, unknown), wrongKey, 401],
    ['the preference before the input', 'GET', bad, { ...key, ...prefer503 }, 503],
    ['the preference before the user', 'GET', listPath(vendor, unknown), { ...key, ...prefer503 }, 503],
    [
      'an unknown preference before the user',
      'GET',
      listPath(vendor, unknown),
      { ...key, ...preferNothing },
      invalid[vendor],
    ],
    ['the input before the user', 'GET', bad, key, invalid[vendor]],
    ['the user last', 'GET', listPath(vendor, unknown), key, 404],
  ])('%s', async (_, method, path, headers, status) => {
    expect((await ask(server.url, { method, path, headers })).status).toBe(status);
  });

  test('a wrong key before the user: known and unknown users get the same answer', async () => {
    const paths = [listPath(vendor, noConnections), listPath(vendor, unknown), bad];
    const answers = await Promise.all(paths.map((path) => ask(server.url, { path, headers: wrongKey })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe('a preference', () => {
  const path = listPath('mielto', noConnections);
  const prefer = (Prefer: string | string[]) =>
    ask(server.url, { path, headers: { ...validKey('mielto'), Prefer } });

  test.each([
    ['code=404', 404, 'code=404, example=unknown'],
    ['code=404, example=foreign-workspace', 404, 'code=404, example=foreign-workspace'],
    ['example=foreign-workspace, code=404', 404, 'code=404, example=foreign-workspace'],
    ['CODE=404', 404, 'code=404, example=unknown'],
    ['code="404"', 404, 'code=404, example=unknown'],
    ['respond-async, wait=5, code=404', 404, 'code=404, example=unknown'],
    ['code=404, code=503', 404, 'code=404, example=unknown'],
    ['example=every-state', 200, 'code=200, example=every-state'],
    ['code=404; ; ', 404, 'code=404, example=unknown'],
    [' , code = 404 ,, ', 404, 'code=404, example=unknown'],
    ['wait=10; a="b, code=503; c", code=404', 404, 'code=404, example=unknown'],
    ['return=minimal; foo; bar="x\\"y", code="4\\04"', 404, 'code=404, example=unknown'],
  ])('%s is applied', async (header, status, applied) => {
    const answer = await prefer(header);
    expect(answer.status).toBe(status);
    expect(answer.headers['preference-applied']).toBe(applied);
  });

  test('that is split into two headers is applied', async () => {
    expect((await prefer(['code=404', 'example=foreign-workspace'])).headers['preference-applied']).toBe(
      'code=404, example=foreign-workspace',
    );
  });

  test.each([
    'respond-async',
    'return=minimal',
    'handling=lenient; a=b',
    '',
    ',,,',
    'dynamic=true',
    'codes=404',
  ])('of another name, %o, is ignored, as RFC 7240 says', async (header) => {
    const answer = await prefer(header);
    expect(answer.status).toBe(200);
    expect(answer.headers['preference-applied']).toBeUndefined();
  });

  test.each([
    'code=201',
    'code=405',
    'code=abc',
    'code=99999999999999999999',
    'code=__proto__',
    'code=constructor',
    'example=nothing',
    'example=__proto__',
    'example=constructor',
    'example=toString',
    'code=404, example=every-state',
    'code',
    'code=',
    'code=""',
    'code=2e2',
    'code=0200',
    'code=404; foo=bar',
    'example=',
    'example=every-state; q=1',
    'code=, code=404',
    'code=500 example=server-error',
    'code=500; example=server-error',
    'code:404',
    '404 Not Found',
    'code=404, example="every-state',
    'code=404/example',
    '=404',
    ';code=404',
  ])('for what is not documented, %s, is a fault that names what is', async (header) => {
    const answer = await prefer(header);
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({
      detail: [{ loc: ['header', 'Prefer'], msg: expect.stringContaining('choose one of ') }],
    });
  });
});
