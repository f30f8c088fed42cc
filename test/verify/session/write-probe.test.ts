import { afterAll, beforeEach, expect, test } from 'vitest';
import { contractOf, operationOf, readContract } from '../../../contract/contract.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { ObservedResults } from '../../../verify/run/observed-results.ts';
import { openSession } from '../../../verify/run/open-session.ts';
import { RateLimiter } from '../../../verify/wire/rate-limiter.ts';
import { overHttp } from '../../support/tiny-server.ts';

const received: { method?: string; url?: string; type?: string; length?: string; body: string }[] = [];
const server = await overHttp(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  const { 'content-type': type = '', 'content-length': length = '' } = headers;
  received.push({ method, url, type, length, body: Buffer.concat(chunks).toString() });
  response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}');
});
afterAll(() => server.close());
beforeEach(() => {
  received.length = 0;
});

const { document } = readContract('junction');
const contract = contractOf('junction', {
  ...document,
  paths: {
    ...document.paths,
    '/v2/link/{link_id}/{user_id}': {
      post: {
        operationId: 'createLink',
        parameters: [
          {
            name: 'link_id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            examples: { first: { value: 'of 3/4' }, second: { value: 'another' } },
          },
          { name: 'user_id', in: 'path', required: true, schema: { type: 'string' } },
        ],
        responses: {},
      },
    },
  },
});
const operation = operationOf(contract, 'createLink');
const target = { vendor: 'junction', key: 'sk_us_a-key-of-ours', users: [{ id: 'ana' }] } as const;
const session = openSession(
  {
    target,
    vendor: 'junction',
    entry: vendorEntry('junction'),
    hasTenants: true,
    answersHead: true,
    framework: 'fastapi',
    contract,
    operation: operationOf(contract, 'listJunctionProviders'),
    rules: null,
    isShared: false,
    usersAt: null,
    strict: false,
    checks: [],
  },
  new ObservedResults({ checks: [], strict: false }),
  {
    apis: [target],
    baseUrl: new URL(server.url),
    headers: {},
    remote: false,
    seed: 1,
    retries: 0,
    now: () => new Date(),
    rateLimiter: new RateLimiter({}),
    timeoutMilliseconds: 5_000,
    showValues: false,
    onItems: () => undefined,
  },
);
const probe = { operation, user: 'b c', body: { name: "Zoë's" } };
const text = '{"name":"Zoë\'s"}';

test('A probe of another operation has its method, its path and its body', async () => {
  const { result } = await session.ask(probe);
  expect(result.status).toBe(201);
  expect(received).toEqual([
    {
      method: 'POST',
      url: '/v2/link/of%203%2F4/b%20c',
      type: 'application/json',
      length: String(Buffer.byteLength(text)),
      body: text,
    },
  ]);
});

test('A probe without a body is sent without one', async () => {
  await session.ask({ user: 'b' });
  expect(received).toEqual([{ method: 'GET', url: '/v2/user/providers/b', type: '', length: '', body: '' }]);
});

test('Only the response to a GET is cached', async () => {
  await expect(session.askOnce(probe)).rejects.toThrow('Cannot cache the response to a POST');
  expect(received).toEqual([]);
  expect(await session.askOnce({})).toBe(await session.askOnce({}));
  expect(received).toHaveLength(1);
});

test('The body of a probe is measured like any other request', async () => {
  await session.options.measure(session.requestOf(probe));
  expect(received.map(({ method, body }) => [method, body])).toEqual([['POST', text]]);
});

test('The command of a probe contains its method and its body, and no secret', () => {
  expect(session.curl(probe)).toBe(
    'curl -sSig --path-as-is --max-time 10 -X POST -H \'Content-Type: application/json\' -H "x-vital-api-key: $JUNCTION_API_KEY" ' +
      `--data '{"name":"Zoë'\\''s"}' '${server.url}/v2/link/of%203%2F4/b%20c'`,
  );
  expect(session.curl({})).not.toMatch(/-X|--data/);
});
