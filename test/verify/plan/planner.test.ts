import { afterAll, expect, test } from 'vitest';
import { type Contract, contractOf, readContract } from '../../../contract/contract.ts';
import type { OpenApiDocument, OperationObject } from '../../../contract/openapi-document.ts';
import { planRunWith } from '../../../verify/plan-run-with.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { planRun } from '../../../verify/verify.ts';
import { overHttp, type TinyServer } from '../../support/tiny-server.ts';

const servers: TinyServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

const original = readContract('junction');
const { document } = original;
const path = '/v2/user/providers/{user_id}';
const parameters = '#/paths/~1v2~1user~1providers~1{user_id}/get/parameters';
const user = '1449752e-0d8a-40e0-9206-91ab099b2537';
const get = operationAt(document, path);

function operationAt({ paths }: OpenApiDocument, at: string): OperationObject {
  const operation = paths[at]?.get;
  if (operation === undefined) throw new Error(`The contract has no ${at}.`);
  return operation;
}

function contractFrom(changedDocument: OpenApiDocument): Contract {
  return contractOf('junction', changedDocument);
}

/** Junction's contract with its operation changed, and with more paths. */
function changed(change: Partial<OperationObject>, paths: OpenApiDocument['paths'] = {}): Contract {
  return contractFrom({
    ...document,
    paths: { ...document.paths, [path]: { get: { ...get, ...change } }, ...paths },
  });
}

function planOf(
  contract: Contract,
  { baseUrl = 'http://127.0.0.1:1', operations }: { baseUrl?: string; operations?: readonly string[] } = {},
) {
  const apis = [{ vendor: 'junction', key: 'sk_us_a-key-of-ours', users: [{ id: user }] } as const];
  const chosen = operations === undefined ? {} : { operations };
  return planRunWith(() => contract, { baseUrl, apis, strict: true, ...chosen });
}

test.each([
  [{ rateLimit: 0 }, 'rateLimit is 0: no request would be sent'],
  [{ rateLimit: Number.NaN }, 'rateLimit is NaN: no request would be sent'],
  [{ maxRequests: -1 }, 'maxRequests is -1: no request would be sent'],
  [{ operations: [] }, 'operations is empty: nothing would be verified. Name one, or leave it out.'],
  [{ apis: [] }, 'apis is empty: nothing would be verified. Name an API in it.'],
  [
    { apis: [{ vendor: 'junction', users: [] }] },
    'The key of junction is missing. Set it, such as from JUNCTION_API_KEY.',
  ],
  [
    { apis: [{ vendor: 'junction', key: 'k', users: ['550e8400-e29b-41d4-a716-446655440000'] }] },
    "The users of junction are not a list of users. Use a list such as [{ id: '…' }].",
  ],
  [
    { apis: ['one', 'other'].map((key) => ({ vendor: 'junction', key, users: [] }) as const) },
    'apis contains junction twice: a run verifies each API once. Use one run for each.',
  ],
] as const)('A run with invalid options is rejected: %j', (invalid, message) => {
  const apis = [{ vendor: 'junction', key: 'k', users: [] }];
  // As from JavaScript, without type checks.
  const options = JSON.parse(JSON.stringify({ baseUrl: 'http://127.0.0.1:1', apis }));
  expect(() => planRun(Object.assign(options, invalid))).toThrow(message);
});

/** The checks that a changed contract has in addition to the original one, with their rules. */
function added(contract: Contract, operations?: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(planOf(original).checks.map(({ id }) => id));
  const more = planOf(contract, operations === undefined ? {} : { operations }).checks.filter(
    ({ id }) => !known.has(id),
  );
  return new Map(more.map(({ id, rule }) => [id, rule]));
}

/** The outcomes against a server that responds to every request with one provider. */
async function outcomesOf(
  contract: Contract,
  operations?: readonly string[],
): Promise<ReadonlyMap<string, Outcome['status']>> {
  const provider = { name: 'Garmin', slug: 'garmin', status: 'connected' };
  const server = await overHttp((_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ providers: [provider] })),
  );
  servers.push(server);
  const run = planOf(contract, { baseUrl: server.url, ...(operations === undefined ? {} : { operations }) });
  const ended = new Map<string, Outcome['status']>();
  for await (const { check, status } of run.outcomes()) ended.set(check.id, status);
  return ended;
}

test('A new integer query parameter has its own checks, and a server that ignores it fails them', async () => {
  const days = { name: 'days', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 30 } } as const;
  const contract = changed({ parameters: [...(get.parameters ?? []), days] });
  const checks = added(contract);
  for (const name of ['malformed', 'empty', 'boundaries', 'below', 'above', 'repeated'])
    expect(checks.get(`junction.listJunctionProviders.input.days.${name}`)).toBe(
      `spec/junction.yaml${parameters}/1`,
    );
  const outcomes = await outcomesOf(contract);
  for (const name of ['malformed', 'below', 'above'])
    expect(outcomes.get(`junction.listJunctionProviders.input.days.${name}`)).toBe('failed');
  expect(outcomes.get('junction.listJunctionProviders.input.days.boundaries')).toBe('passed');
});

test('A new filter with the name of a field is checked for its values and its meaning', async () => {
  const status = {
    name: 'status',
    in: 'query',
    schema: { type: 'string', enum: ['connected', 'error'] },
  } as const;
  const contract = changed({ parameters: [...(get.parameters ?? []), status] });
  const checks = added(contract);
  for (const name of ['input.status.unknown', 'input.status.each', 'meaning.filter-status-sound'])
    expect(checks.get(`junction.listJunctionProviders.${name}`)).toBe(`spec/junction.yaml${parameters}/1`);
  const outcomes = await outcomesOf(contract);
  expect(outcomes.get('junction.listJunctionProviders.meaning.filter-status-sound')).toBe('failed');
  expect(outcomes.get('junction.listJunctionProviders.meaning.filter-status-complete')).toBe('passed');
  expect(outcomes.get('junction.listJunctionProviders.input.status.unknown')).toBe('failed');
});

test('A new required response header is checked, and its absence fails', async () => {
  const ok = get.responses['200'];
  if (ok === undefined || '$ref' in ok) throw new Error('The 200 of the contract is missing or a reference.');
  const headers = { 'X-Total': { required: true, schema: { type: 'integer', minimum: 0 } } } as const;
  const contract = changed({ responses: { ...get.responses, 200: { ...ok, headers } } });
  expect(added(contract).get('junction.listJunctionProviders.shape.200.headers')).toContain(
    '/get/responses/200',
  );
  expect((await outcomesOf(contract)).get('junction.listJunctionProviders.shape.200.headers')).toBe('failed');
});

test('A field that becomes a UUID is checked as a UUID', async () => {
  const contract = contractFrom({
    ...document,
    components: { ...document.components, schemas: withUuidSlug() },
  });
  expect(added(contract).has('junction.listJunctionProviders.shape.200.uuids')).toBe(true);
  expect((await outcomesOf(contract)).get('junction.listJunctionProviders.shape.200.uuids')).toBe('failed');
});

function withUuidSlug(): Readonly<Record<string, unknown>> {
  const { schemas = {} } = document.components;
  const provider = Object(schemas.JunctionProvider);
  const properties = { ...provider.properties, slug: { type: 'string', format: 'uuid' } };
  return { ...schemas, JunctionProvider: { ...provider, properties } };
}
