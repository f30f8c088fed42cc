import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allContractNames, readContract, readContractText } from '../../../contract/contract.ts';
import type { OpenApiDocument } from '../../../contract/openapi-document.ts';
import { contractAtOrigin } from '../../../server/pages/contract-at-origin.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { ask } from '../../support/raw-http.ts';

let plain: RunningServer;
let behindProxy: RunningServer;
beforeAll(async () => {
  [plain, behindProxy] = await Promise.all([startServer(), startServer({ trustProxy: true })]);
});
afterAll(() => Promise.all([plain.close(), behindProxy.close()]));

/** Returns the servers of a contract, which are equal in both forms. */
async function serversOf(server: RunningServer, name: string, headers: Record<string, string> = {}) {
  const [json, yaml] = await Promise.all(
    ['json', 'yaml'].map((form) => ask(server.url, { path: `/openapi/${name}.${form}`, headers })),
  );
  const document = json?.json as OpenApiDocument;
  expect(parse(yaml?.text ?? '')).toEqual(document);
  return (document.servers ?? []).map(({ url }) => url);
}

const written = (name: string) => (readContract(name).document.servers ?? []).map(({ url }) => url);

describe.each(allContractNames)('The contract of %s', (name) => {
  test('has the origin of the request as its first server', async () => {
    expect(await serversOf(plain, name)).toEqual([plain.url, ...written(name)]);
    for (const host of ['localhost:4200', 'api.internal', '[::1]:4010']) {
      const [first, ...rest] = await serversOf(plain, name, { host });
      expect([first, rest]).toEqual([`http://${host}`, written(name)]);
    }
  });

  test('is otherwise the text of the file in spec/', async () => {
    const { text } = await ask(plain.url, { path: `/openapi/${name}.yaml` });
    const added = `  - url: ${plain.url}\n    description: This server.\n`;
    expect(text).toContain(`\nservers:\n${added}`);
    expect(text.replace(added, '')).toBe(readContractText(name));
  });

  test('contains each server once, even if the origin is already one of them', async () => {
    for (const url of written(name)) {
      const forms = { yaml: readContractText(name), document: readContract(name).document };
      const { yaml, document } = contractAtOrigin(forms, url);
      expect(parse(yaml)).toEqual(document);
      expect(document.servers?.map((server) => server.url).toSorted()).toEqual(written(name).toSorted());
      expect(document.servers?.[0]?.url).toBe(url);
    }
  });

  test.each(['<script>', "a'; rm -rf b", 'a:99999', 'a b', 'a/b', 'user@a', ''])(
    'does not contain an invalid host: %o',
    async (host) => {
      expect((await serversOf(plain, name, { host }))[0]).toBe(plain.url);
    },
  );
});

describe('A proxy', () => {
  const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'api.example.com' };
  const landingPage = async (server: RunningServer, headers: Record<string, string>) =>
    (await ask(server.url, { path: '/', headers })).text;

  test('is ignored if it is not trusted', async () => {
    expect((await serversOf(plain, 'junction', forwarded))[0]).toBe(plain.url);
    expect(await landingPage(plain, forwarded)).toContain(`<code>curl ${plain.url}/sandbox`);
  });

  test('defines the origin if it is trusted', async () => {
    expect((await serversOf(behindProxy, 'junction', forwarded))[0]).toBe('https://api.example.com');
    const page = await landingPage(behindProxy, forwarded);
    expect(page).toContain('<code>curl https://api.example.com/sandbox');
    const several = { 'X-Forwarded-Proto': 'https, http', 'X-Forwarded-Host': 'a.example:8443, b.example' };
    expect((await serversOf(behindProxy, 'junction', several))[0]).toBe('https://a.example:8443');
  });

  test('that is trusted but sends no headers does not change the origin', async () => {
    expect((await serversOf(behindProxy, 'junction'))[0]).toBe(behindProxy.url);
  });

  test.each([
    { 'X-Forwarded-Proto': 'javascript', 'X-Forwarded-Host': '"><script>' },
    { 'X-Forwarded-Host': 'a\tb' },
  ])('that is trusted cannot set an invalid origin', async (headers) => {
    expect((await serversOf(behindProxy, 'junction', headers as Record<string, string>))[0]).toBe(
      behindProxy.url,
    );
  });
});

test('A contract without servers at its top level is refused', () => {
  const forms = { yaml: 'openapi: 3.1.0\n', document: readContract('junction').document };
  expect(() => contractAtOrigin(forms, 'http://a')).toThrow(/the contract has no servers at its top level/);
});
