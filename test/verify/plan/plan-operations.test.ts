import { afterAll, expect, test } from 'vitest';
import { contractOf, readContract } from '../../../contract/contract.ts';
import { planRunWith } from '../../../verify/plan-run-with.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { overHttp, type TinyServer } from '../../support/tiny-server.ts';

const servers: TinyServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

const { document } = readContract('junction');
const list = '/v2/user/providers/{user_id}';
const archive = 'getJunctionArchive';
const key = 'sk_us_a-key-of-ours';
const user = '1449752e-0d8a-40e0-9206-91ab099b2537';

/** Junction's contract with two more operations: a GET that lists nothing, and a POST. */
function longerContract() {
  const get = document.paths[list]?.get;
  if (get === undefined) throw new Error(`The contract has no ${list}.`);
  const schema = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } };
  const ok = { content: { 'application/json': { schema } } };
  const { parameters = [], responses } = get;
  const inQuery = { name: 'depth', in: 'query', schema: { type: 'integer', minimum: 1 } } as const;
  return contractOf('junction', {
    ...document,
    paths: {
      ...document.paths,
      '/v2/user/archive/{user_id}': {
        get: {
          operationId: archive,
          parameters: [...parameters, inQuery],
          responses: { ...responses, 200: ok },
        },
        post: { operationId: 'createJunctionArchive', parameters, responses: { ...responses, 200: ok } },
      },
    },
  });
}
const contract = longerContract();

function planOf(baseUrl: string, operations?: readonly string[]) {
  const apis = [{ vendor: 'junction', key, users: [{ id: user }] } as const];
  const chosen = operations === undefined ? {} : { operations };
  return planRunWith(() => contract, { baseUrl, apis, strict: true, ...chosen });
}

/** The outcomes of the archive's checks against a server that conforms, except for the options. */
async function outcomesOf(options: { readonly body: string; readonly isOpen?: boolean }) {
  const server = await overHttp((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [id = '', ...rest] = pathname.replace('/v2/user/archive/', '').split('/');
    const depth = searchParams.get('depth') ?? '1';
    const isAuthenticated = request.headers['x-vital-api-key'] === key || options.isOpen === true;
    const answer = (status: number, body: string) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    if (rest.length > 0 || !pathname.startsWith('/v2/user/archive/')) return answer(404, '{"detail":"x"}');
    if (!isAuthenticated) return answer(401, '{"detail":"Invalid token"}');
    const loc = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
      ? ['query', 'depth']
      : ['path', 'user_id'];
    if (loc[0] === 'path' || !/^\+?0*[1-9]\d*$/.test(depth.trim()))
      return answer(422, JSON.stringify({ detail: [{ loc, msg: 'not valid', type: 'value_error' }] }));
    if (id.toLowerCase() !== user) return answer(404, '{"detail":"User not found"}');
    return answer(200, options.body);
  });
  servers.push(server);
  const ended = new Map<string, Outcome['status']>();
  for await (const { check, status } of planOf(server.url, [archive]).outcomes())
    ended.set(check.id.replace(`junction.${archive}.`, ''), status);
  return ended;
}

test('By default only the operation of the reference page is verified', () => {
  const { checks } = planOf('http://127.0.0.1:1');
  expect(new Set(checks.map(({ operationId }) => operationId))).toEqual(new Set(['listJunctionProviders']));
});

test('A named operation that is not a list has its own checks, without those for lists', () => {
  const { checks } = planOf('http://127.0.0.1:1', [archive, 'listJunctionProviders']);
  const ids = checks.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('junction.listJunctionProviders.meaning.'))).not.toEqual([]);
  const own = checks.filter(({ operationId }) => operationId === archive);
  expect(new Set(own.map(({ group }) => group))).toEqual(
    new Set(['authentication', 'input', 'isolation', 'transport', 'shape', 'leaks']),
  );
  expect(own.every(({ id }) => id.startsWith(`junction.${archive}.`))).toBe(true);
  expect(own.find(({ id }) => id.endsWith('.shape.200.status'))?.rule).toContain('archive~1{user_id}/get');
});

test('A conforming operation that is not a list passes its checks', async () => {
  const ended = await outcomesOf({ body: '{"size":3}' });
  const others = [...ended].filter(([, status]) => status !== 'passed' && status !== 'skipped');
  // The response has no Content-Length.
  expect(others).toEqual([['transport.content-length', 'not-applicable']]);
});

test('Violations of an operation that is not a list are found', async () => {
  const ended = await outcomesOf({ body: '{"size":"3"}', isOpen: true });
  const failed = [...ended].filter(([, status]) => status === 'failed').map(([id]) => id);
  expect(failed).toEqual(
    expect.arrayContaining([
      'authentication.no-key',
      'authentication.no-key-other-requests',
      'shape.200.types',
    ]),
  );
});

test.each([
  ['getJunctionArchiv', 'Unknown operation getJunctionArchiv. Did you mean getJunctionArchive?'],
  ['x', new RegExp(`Unknown operation x. Use one of listJunctionProviders, .*${archive}\\.$`)],
  [
    'createJunctionArchive',
    'Cannot verify the operation createJunctionArchive: it is a POST, and only GET operations are verified. Leave it out.',
  ],
])('An operation that cannot be verified is rejected: %s', (name, message) => {
  expect(() => planOf('http://127.0.0.1:1', [name])).toThrow(message);
});
