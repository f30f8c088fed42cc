import { afterAll, expect, test } from 'vitest';
import { vendors } from '../../../spec/vendors.ts';
import { aliasesOf } from '../../../verify/plan/select-checks.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { verify } from '../../../verify/verify.ts';
import { overHttp, type TinyServer } from '../../support/tiny-server.ts';

const servers: TinyServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** The outcomes of all checks, with all data set, against a server that has one response for each API. */
async function outcomesOf(answer: (path: string) => readonly [number, string]): Promise<Outcome[]> {
  const server = await overHttp((request, response) => {
    const [status, body] = answer(request.url ?? '');
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  servers.push(server);
  const apis = vendors.map(({ vendor }) => ({
    vendor,
    key: 'sk_us_that-is-not-looked-at',
    users: [{ id: '1449752e-0d8a-40e0-9206-91ab099b2537', expect: { count: 2 } }, { id: id('2') }],
    emptyUser: id('3'),
    secondUser: id('4'),
    secondKey: 'sk_us_of-another-tenant',
    revokedKey: 'sk_us_that-was-revoked',
    otherApiKey: 'sk_us_of-another-api',
    workspace: 'ws_1',
    secondWorkspace: 'ws_2',
  }));
  const outcomes: Outcome[] = [];
  for await (const outcome of verify({ baseUrl: server.url, apis, strict: true })) outcomes.push(outcome);
  return outcomes;
}

function id(digit: string): string {
  return `${digit}449752e-0d8a-40e0-9206-91ab099b2537`;
}

/** The names of the passed checks, without their API and operation. */
function passedIn(outcomes: readonly Outcome[]): string[] {
  const passed = outcomes.filter(({ status }) => status === 'passed');
  return [...new Set(passed.map(({ check }) => aliasesOf(check.id).at(-1) ?? ''))].sort();
}

/** Checks of how a response is sent and of what it must not contain. They apply to any response. */
const forAnyResponse = [
  'leaks.internals',
  'leaks.own-key',
  'leaks.secret-names',
  'leaks.token-values',
  'shape.declared-status',
  'shape.server-errors',
  'transport.accept',
  'transport.complete',
  'transport.encoding',
  'transport.head',
  'transport.redirect',
  'transport.redirect-host',
];

test('If all responses are empty lists, only checks that an empty list can satisfy pass', async () => {
  const outcomes = await outcomesOf((path) => [
    200,
    path.startsWith('/v2')
      ? '{"providers":[]}'
      : path.startsWith('/api/v1/users')
        ? '[]'
        : '{"connections":[],"total":0,"page":1,"size":100}',
  ]);
  expect(passedIn(outcomes)).toEqual(
    [
      ...forAnyResponse,
      // They need only a list without a cookie, an accepted key, and an answer without a redirect.
      'authentication.cookie',
      'authentication.key-header',
      'authentication.slash-redirect',
      // The status shows that a valid value is accepted.
      'input.integration_type.each',
      'input.limit.boundaries',
      'input.limit.signed',
      'input.skip.boundaries',
      'input.skip.huge',
      'input.skip.signed',
      'input.status.each',
      // They expect such a response.
      'meaning.empty-user',
      'shape.200.content-type',
      'shape.200.json',
      'shape.200.status',
    ].sort(),
  );
  expect(outcomes.filter(({ status }) => status === 'error')).toEqual([]);
});

test('If all responses are a 404, only checks that a 404 can satisfy pass', async () => {
  const outcomes = await outcomesOf(() => [404, '{"detail":"Connection not found"}']);
  expect(passedIn(outcomes)).toEqual(
    [
      ...forAnyResponse,
      'shape.404.body',
      'shape.404.content-type',
      'shape.404.json',
      'transport.after-error',
    ].sort(),
  );
  expect(outcomes.filter(({ status }) => status === 'error')).toEqual([]);
});
