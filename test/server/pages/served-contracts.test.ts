import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contractNames, readContract, readContractText } from '../../../contract/contract.ts';
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

/** The servers that both forms of a contract name. */
async function serversOf(server: RunningServer, name: string, headers: Record<string, string> = {}) {
  const [json, yaml] = await Promise.all(
    ['json', 'yaml'].map((form) => ask(server.url, { path: `/openapi/${name}.${form}`, headers })),
  );
  const document = json?.json as OpenApiDocument;
  expect(parse(yaml?.text ?? '')).toEqual(document);
  return (document.servers ?? []).map(({ url }) => url);
}

const written = (name: string) => (readContract(name).document.servers ?? []).map(({ url }) => url);

describe.each(contractNames)('The contract of %s', (name) => {
  test('has the origin that it was asked at as its first server', async () => {
    expect(await serversOf(plain, name)).toEqual([plain.url, ...written(name)]);
    for (const host of ['localhost:4200', 'api.internal', '[::1]:4010']) {
      const [first, ...rest] = await serversOf(plain, name, { host });
      expect([first, rest]).toEqual([`http://${host}`, written(name)]);
    }
  });

  test('is otherwise the text that was written by hand', async () => {
    const { text } = await ask(plain.url, { path: `/openapi/${name}.yaml` });
    const added = `  - url: ${plain.url}\n    description: This server.\n`;
    expect(text).toContain(`\nservers:\n${added}`);
    expect(text.replace(added, '')).toBe(readContractText(name));
  });

  test('names a server once that is in it already', async () => {
    for (const url of written(name)) {
      const forms = { yaml: readContractText(name), document: readContract(name).document };
      const { yaml, document } = contractAtOrigin(forms, url);
      expect(parse(yaml)).toEqual(document);
      expect(document.servers?.map((server) => server.url).toSorted()).toEqual(written(name).toSorted());
      expect(document.servers?.[0]?.url).toBe(url);
    }
  });

  test.each(['<script>', "a'; rm -rf b", 'a:99999', 'a b', 'a/b', 'user@a', ''])(
    'does not repeat a host that cannot be one: %o',
    async (host) => {
      expect((await serversOf(plain, name, { host }))[0]).toBe(plain.url);
    },
  );
});

describe('A proxy', () => {
  const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'api.example.com' };
  const landingPage = async (server: RunningServer, headers: Record<string, string>) =>
    (await ask(server.url, { path: '/', headers })).text;

  test('does not count unless it is trusted', async () => {
    expect((await serversOf(plain, 'junction', forwarded))[0]).toBe(plain.url);
    expect(await landingPage(plain, forwarded)).toContain(`<code>curl ${plain.url}/sandbox`);
  });

  test('decides on the origin if it is trusted', async () => {
    expect((await serversOf(behindProxy, 'junction', forwarded))[0]).toBe('https://api.example.com');
    const page = await landingPage(behindProxy, forwarded);
    expect(page).toContain('<code>curl https://api.example.com/sandbox');
    const several = { 'X-Forwarded-Proto': 'https, http', 'X-Forwarded-Host': 'a.example:8443, b.example' };
    expect((await serversOf(behindProxy, 'junction', several))[0]).toBe('https://a.example:8443');
  });

  test('that is trusted and says nothing leaves the origin as it is', async () => {
    expect((await serversOf(behindProxy, 'junction'))[0]).toBe(behindProxy.url);
  });

  test.each([
    { 'X-Forwarded-Proto': 'javascript', 'X-Forwarded-Host': '"><script>' },
    { 'X-Forwarded-Host': 'a\tb' },
  ])('that is trusted cannot give an origin that is none', async (headers) => {
    expect((await serversOf(behindProxy, 'junction', headers as Record<string, string>))[0]).toBe(
      behindProxy.url,
    );
  });
});

test('A contract without servers at its top is refused', () => {
  const forms = { yaml: 'openapi: 3.1.0\n', document: readContract('junction').document };
  expect(() => contractAtOrigin(forms, 'http://a')).toThrow(/^A contract has no servers at its top/);
});
