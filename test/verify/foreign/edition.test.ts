import { afterAll, describe, expect, test } from 'vitest';
import { listOperationOf } from '../../../contract/contract.ts';
import { type ApiTarget, type VerifyOptions, verify } from '../../../verify/verify.ts';
import { overHttp } from '../../support/tiny-server.ts';

const operation = listOperationOf('open-wearables', '0-6');
const [media] = operation.responses.get(200)?.content.values() ?? [];
const listOf = (name: string) => media?.examples.get(name) as readonly Record<string, unknown>[];
const lists = new Map(
  ['page-example', 'every-state', 'linked-users'].map((name) => [
    String(listOf(name)[0]?.user_id),
    listOf(name),
  ]),
);
const [first = '', second = '', third = ''] = lists.keys();
const keys = ['sk-0123456789abcdef0123456789abcdef', 'sk-fedcba9876543210fedcba9876543210'];
const [key = '', secondKey = ''] = keys;

/** A server that answers like the public server 0.6, written from what was measured. `faults` are its differences. */
async function serveEdition(faults: { readonly oldestFirst?: true; readonly unknownUser?: 404 } = {}) {
  return overHttp((request, response) => {
    const answer = (status: number, body: unknown, headers = {}) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    };
    const [, id] = /^\/api\/v1\/users\/([^/]+)\/connections(?:\?|$)/.exec(request.url ?? '') ?? [];
    if (id === undefined) return answer(404, { detail: 'Not Found' });
    if (request.method !== 'GET') return answer(405, { detail: 'Method Not Allowed' }, { allow: 'GET' });
    const given = request.headers['x-open-wearables-api-key'];
    if (given === undefined || given === '')
      return answer(401, { detail: 'Authentication required: provide JWT token or API key' });
    if (!keys.includes(String(given))) return answer(401, { detail: 'Invalid or missing API key' });
    const uuid = uuidIn(id);
    if (uuid === null) return answer(400, { detail: 'Input should be a valid UUID' });
    const list = lists.get(uuid);
    if (list === undefined && faults.unknownUser === 404) return answer(404, { detail: 'User not found' });
    answer(200, faults.oldestFirst === true ? (list ?? []).toReversed() : (list ?? []));
  });
}

/** The UUID that the server's parser finds in a segment of a path; null if it finds none. */
function uuidIn(segment: string): string | null {
  // A byte that is not UTF-8 is replaced, and so is not part of a UUID.
  const text = Buffer.from(
    segment.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    'latin1',
  ).toString('utf8');
  const bare = /^(?:urn:uuid:)?\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i
    .exec(text)?.[1]
    ?.replaceAll('-', '')
    .toLowerCase();
  return bare?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null;
}

async function findings(url: string, options: Partial<VerifyOptions> & { readonly edition?: string }) {
  const { edition, ...rest } = options;
  const users = [{ id: first }, { id: second }, { id: third }];
  const target: ApiTarget = { vendor: 'open-wearables', key, secondKey, users, exclusiveUser: first };
  const apis = [{ ...target, ...(edition === undefined ? {} : { edition }) }];
  const found: string[] = [];
  for await (const outcome of verify({ baseUrl: url, apis, ...rest })) {
    const name = outcome.check.id.replace('open-wearables.listOpenWearablesConnections.', '');
    if ('findings' in outcome || outcome.status === 'error') found.push(`${outcome.status} ${name}`);
  }
  return found;
}

const [conforming, reversed, strict404] = await Promise.all([
  serveEdition(),
  serveEdition({ oldestFirst: true }),
  serveEdition({ unknownUser: 404 }),
]);
afterAll(() => Promise.all([conforming, reversed, strict404].map((server) => server.close())));

describe('a server that answers like the public server 0.6', () => {
  test.each([1, 2, 3])(
    'has one warning with --strict: the ids of others in a documented field (seed %i)',
    async (seed) => {
      const found = await findings(conforming.url, { edition: '0-6', strict: true, seed });
      expect(found).toEqual(['warning isolation.other-user-ids']);
    },
  );

  test('does not conform to the contract of the page', async () => {
    expect(await findings(conforming.url, {})).toEqual(expect.arrayContaining(['failed shape.200.status']));
  });

  test('is reported if it returns 404 for an unknown user', async () => {
    const found = await findings(strict404.url, { edition: '0-6' });
    expect(found).toEqual(expect.arrayContaining(['warning meaning.unknown-user']));
  });

  test('is reported with --strict if its list is not ordered by created_at, newest first', async () => {
    const options = { edition: '0-6', strict: true, checks: ['meaning.order'] };
    expect(await findings(reversed.url, options)).toEqual(['failed meaning.order']);
  });
});

test('an edition that does not exist is refused before any request', () => {
  const apis = [{ vendor: 'open-wearables', edition: '0-7', key, users: [] }] as const;
  expect(() => verify({ baseUrl: conforming.url, apis })).toThrow(
    'open-wearables has no edition 0-7. Use 0-6, or leave it out.',
  );
  const junction = [{ vendor: 'junction', edition: '0-6', key, users: [] }] as const;
  expect(() => verify({ baseUrl: conforming.url, apis: junction })).toThrow(
    'junction has no edition 0-6. Leave it out.',
  );
});
