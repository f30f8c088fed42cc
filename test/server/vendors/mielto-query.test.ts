import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { list, pageOf } from './mielto-list.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const plain = { count: 100, page: 1, size: 100 };
const huge = '9'.repeat(400);

describe('a query is parsed as Mielto’s framework parses it', () => {
  test.each([
    ['nothing', '', plain],
    ['a limit', 'limit=5', { count: 5, page: 1, size: 5 }],
    ['the smallest limit', 'limit=1', { count: 1, page: 1, size: 1 }],
    ['the largest limit', 'limit=1000', { count: 1000, page: 1, size: 1000 }],
    ['an encoded plus', 'limit=%2B5', { count: 5, page: 1, size: 5 }],
    ['a plus, which means a space', 'limit=+5', { count: 5, page: 1, size: 5 }],
    ['spaces around', 'limit=%205%20', { count: 5, page: 1, size: 5 }],
    ['leading zeros', 'limit=005', { count: 5, page: 1, size: 5 }],
    ['a negative zero', 'skip=-0', plain],
    [
      'a repeated parameter, whose last value wins',
      'limit=7&limit=x&limit=5',
      { count: 5, page: 1, size: 5 },
    ],
    ['a page', 'skip=10&limit=5', { count: 5, page: 3, size: 5 }],
    ['a skip that is not a multiple of the limit', 'skip=9&limit=5', { count: 5, page: 2, size: 5 }],
    ['the last connection', 'skip=1199', { count: 1, page: 12, size: 100 }],
    ['past the end', 'skip=1200', { count: 0, page: 13, size: 100 }],
    ['far past the end', `skip=${Number.MAX_SAFE_INTEGER}&limit=1000`, { count: 0, size: 1000 }],
    ['400 digits of skip', `skip=${huge}&limit=1`, { count: 0, size: 1 }],
    ['an unknown parameter', 'cursor=x', plain],
    ['brackets', 'status[foo]=x&limit[]=x&limit[gt]=0', plain],
    ['property names of every object', '__proto__=1&constructor=1&__proto__[limit]=0&toString=x', plain],
    ['a parameter name in another case', 'LIMIT=0&Status=x', plain],
    ['only separators', '&&=&', plain],
    ['a second question mark', '?limit=x', plain],
    ['an invalid escape in an unknown parameter', 'x=%zz&y=%ff', plain],
  ])('%s', async (_, query, { count, ...rest }) => {
    const page = await pageOf(server.url, 'many-connections', query);
    expect(page).toMatchObject({ ...rest, total: 1200 });
    expect(page.connections).toHaveLength(count);
  });

  test.each([
    ...[
      '',
      '5.0',
      '5.5',
      '1e2',
      '0x10',
      '1_000',
      '5,0',
      'five',
      '٥',
      '5%00',
      '%2B-5',
      '--5',
      '%zz',
      '%ff',
      'null',
      'NaN',
      '5;skip=1',
      '5?',
      '%225%22',
    ].flatMap((value) => [
      [`limit=${value}`, 'limit', 'int_parsing'],
      [`skip=${value}`, 'skip', 'int_parsing'],
    ]),
    ['limit=0', 'limit', 'greater_than_equal'],
    ['limit=-1', 'limit', 'greater_than_equal'],
    [`limit=-${huge}`, 'limit', 'greater_than_equal'],
    ['limit=1001', 'limit', 'less_than_equal'],
    [`limit=${huge}`, 'limit', 'less_than_equal'],
    ['skip=-1', 'skip', 'greater_than_equal'],
    ['limit=5&limit=', 'limit', 'int_parsing'],
    ...[
      '',
      'ACTIVE',
      'Active',
      'null',
      '%22active%22',
      'active,error',
      '%20active',
      'deleted',
      'active%00',
      '[]',
      '{}',
    ].map((value) => [`status=${value}`, 'status', 'enum']),
    ...['', 'API', 'null', '%22api%22', 'api,mcp', 'connector'].map((value) => [
      `integration_type=${value}`,
      'integration_type',
      'enum',
    ]),
    ['status=active&status=x', 'status', 'enum'],
  ])('%s is refused', async (query, name, type) => {
    const { status, json } = await list(
      server.url,
      'many-connections',
      encodeURI(query).replaceAll('%25', '%'),
    );
    expect(status).toBe(422);
    expect(json).toEqual({ detail: [{ loc: ['query', name], msg: expect.any(String), type }] });
  });

  test('every invalid parameter is reported once', async () => {
    const { json } = await list(
      server.url,
      'many-connections',
      'limit=0&skip=-1&status=x&integration_type=x',
    );
    const { detail } = json as { detail: { loc: string[] }[] };
    expect(detail.map(({ loc }) => loc.join(' ')).sort()).toEqual([
      'query integration_type',
      'query limit',
      'query skip',
      'query status',
    ]);
  });
});
