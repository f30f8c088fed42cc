import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { ApiTarget } from '../../../verify/session/api-target.ts';
import type { VerifyOptions } from '../../../verify/verify-options.ts';
import { forwarding } from '../../support/tiny-server.ts';
import { correctHabits, type Habits, startForeignServer } from './correct-server.ts';
import type { Asked, Reply } from './send-reply.ts';
import { north, south } from './two-tenants.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

type Answer = NonNullable<Parameters<typeof forwarding>[0]['answer']>;

interface Scene {
  readonly api: Vendor;
  /** The checks that could blame it. */
  readonly checks: readonly string[];
  readonly habits?: Partial<Habits>;
  /** What stands before the server, and answers some requests itself. */
  readonly before?: Answer;
  readonly target?: Partial<ApiTarget>;
  readonly options?: Partial<VerifyOptions>;
  readonly ends?: Outcome['status'];
}

async function outcomesOf({
  api,
  checks,
  habits = {},
  before,
  target = {},
  options,
}: Scene): Promise<Outcome[]> {
  const server = await startForeignServer({ ...correctHabits, ...habits });
  const front = await forwarding({ to: server.url, ...(before === undefined ? {} : { answer: before }) });
  try {
    return await verifyForeign(front.url, {
      apis: [{ ...foreignTarget(api), ...target }],
      checks,
      ...options,
    });
  } finally {
    await front.close();
    await server.close();
  }
}

function numbered(reply: Reply): Reply {
  const body = typeof reply.body === 'object' ? { ...reply.body, request_id: randomUUID() } : reply.body;
  return reply.status < 400 ? reply : { ...reply, body };
}

function page(...[, response]: Parameters<Answer>): true {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>App</title>');
  return true;
}

let turns = 0;

describe('A server is not blamed that', () => {
  test.each<[string, Scene]>([
    [
      'numbers each of its errors',
      {
        api: 'junction',
        checks: ['isolation.foreign-user', 'authentication.before-existence'],
        habits: { finish: numbered },
      },
    ],
    [
      'repeats the address in its errors',
      {
        api: 'mielto',
        checks: ['isolation.foreign-user', 'authentication.before-existence'],
        habits: {
          finish: (reply, { request }) =>
            reply.status < 400 ? reply : { ...reply, body: { detail: `Nothing at ${request.url}` } },
        },
      },
    ],
    [
      'has two users of whom the one is called nearly like the other',
      {
        api: 'mielto',
        checks: ['input.user_id.spelling'],
        habits: {
          find: (asked: Asked, tenant) =>
            correctHabits.find(asked.id === 'ada@example.or' ? { ...asked, id: 'dee' } : asked, tenant),
        },
      },
    ],
    [
      'calls the id of an item otherwise, for leaks',
      {
        api: 'open-wearables',
        checks: ['isolation.two-users', 'meaning.unique-ids'],
        habits: {
          rows: (asked, person) =>
            correctHabits.rows(asked, person).map(({ id, ...row }) => ({ ...row, connection_id: id })),
        },
      },
    ],
    [
      'lists in any order, for leaks',
      {
        api: 'junction',
        checks: ['isolation.named-twice', 'isolation.at-once'],
        habits: {
          rows: (asked, person) => {
            turns += 1;
            const rows = correctHabits.rows(asked, person);
            return turns % 2 === 0 ? rows : rows.toReversed();
          },
        },
      },
    ],
    [
      'is on this machine, and lets a page on this machine ask it',
      {
        api: 'junction',
        checks: ['leaks.internals'],
        habits: {
          finish: (reply) => ({
            ...reply,
            headers: {
              'Access-Control-Allow-Origin': 'http://localhost:3000',
              'Content-Security-Policy': 'connect-src http://127.0.0.1:*',
            },
          }),
        },
      },
    ],
    [
      'shows a page wherever nothing else is',
      {
        api: 'open-wearables',
        checks: ['authentication.other-path'],
        before: (request, response) =>
          /^\/api\/v1\/users\/[^/]+\/connections$/.test(request.url?.split('?')[0] ?? '')
            ? false
            : page(request, response),
      },
    ],
    [
      'tidies a hostile path by a redirect, as routers do',
      {
        api: 'junction',
        checks: ['transport.redirect', 'input.user_id.hostile'],
        before: ({ url = '' }, response) => {
          if (!/%2f|%2e|\/\/|\/\.\.?(?:\/|$)/i.test(url)) return false;
          response.writeHead(301, { Location: '/v2/user/providers/' }).end();
          return true;
        },
      },
    ],
    [
      'has keys without letters, one for all APIs',
      {
        api: 'mielto',
        checks: ['authentication.other-case', 'authentication.other-api-key'],
        habits: { admit: (_, key) => (key === '1234567890' ? north : null) },
        target: { key: '1234567890', otherApiKey: '1234567890' },
        ends: 'inconclusive',
      },
    ],
    [
      'has ids in any letters',
      {
        api: 'mielto',
        checks: ['isolation.workspace-unknown', 'input.user_id.spelling'],
        habits: {
          find: (asked, tenant) =>
            correctHabits.find(asked.id === 'runner🏃' ? { ...asked, id: 'Fay' } : asked, tenant),
        },
        target: { users: [{ id: 'runner🏃' }], unknownUser: 'кто-то' },
      },
    ],
  ])('%s', async (_, scene) => {
    const outcomes = await outcomesOf(scene);
    expect(outcomes.map(({ check, status }) => [check.id, status])).toEqual(
      outcomes.map(({ check }) => [check.id, scene.ends ?? 'passed']),
    );
    expect(outcomes).toHaveLength(scene.checks.length);
  });
});

test('A 503 to one kind of request is the answer to it, and not the end of the run', async () => {
  const outcomes = await outcomesOf({
    api: 'junction',
    checks: ['input.user_id', 'meaning'],
    before: ({ url = '' }, response) => {
      if (url.length < 5_000) return false;
      response.writeHead(503, { 'Retry-After': '0' }).end();
      return true;
    },
  });
  const ended = outcomes.filter(({ status }) => status !== 'passed');
  expect(ended.map(({ check, status }) => [check.id, status])).toEqual([
    ['junction.listJunctionProviders.input.user_id.over-long', 'failed'],
  ]);
});

test('A fault that was seen is told, whenever the limit of requests is reached', async () => {
  const { key, users } = foreignTarget('junction');
  let letIn = 0;
  const server = await startForeignServer({
    ...correctHabits,
    // It takes a UUID with a letter too many, or one of another alphabet.
    route(request) {
      const asked = correctHabits.route(request);
      if (asked === null || !asked.id.includes('g')) return asked;
      letIn += 1;
      return { ...asked, id: users[0]?.id ?? '' };
    },
  });
  const apis = [{ vendor: 'junction', key, users } as const];
  for (let maxRequests = 2; maxRequests <= 40; maxRequests += 1) {
    letIn = 0;
    const checks = ['input.user_id.malformed'];
    const [outcome] = await verifyForeign(server.url, { apis, checks, maxRequests });
    expect([maxRequests, outcome?.status]).toEqual([maxRequests, letIn > 0 ? 'failed' : 'inconclusive']);
  }
  expect(letIn).toBeGreaterThan(0);
  await server.close();
});

test('A header of the user hides neither numbers nor words, and its secrets are hidden', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    habits: {
      rows: (asked, person) =>
        correctHabits
          .rows(asked, person)
          .slice(0, 2)
          .map((row, index) => ({ ...row, slug: index === 0 ? 'garmin-2024' : 'session-4711' })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
    options: { headers: { 'X-Version': '2024', Cookie: 'theme=dark; sid=session-4711' } },
  });
  const told = JSON.stringify(outcome);
  expect(told).toContain('garmin-2024');
  expect(told).not.toContain('session-4711');
});

test('A key that is refused is told as that, and not as faults of what needs a list', async () => {
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['*'],
    target: { key: 'mlt-mistyped-in-the-environment' },
  });
  const told = outcomes.flatMap((outcome) =>
    'findings' in outcome ? outcome.findings.map(({ actual }) => [outcome.check.id, actual]) : [],
  );
  expect(told).toEqual([
    ['mielto.listMieltoConnections.meaning.empty-user', '401'],
    [
      'mielto.listMieltoConnections.shape.200.status',
      '401 (is the key valid, and does this server take it in Authorization?)',
    ],
  ]);
});

test('A key that is refused excuses nobody who is let in without one', async () => {
  const { key: _, ...target } = foreignTarget('junction');
  const outcomes = await outcomesOf({
    api: 'junction',
    checks: ['authentication.no-key', 'authentication.wrong-key', 'input.user_id.malformed'],
    habits: {
      admit: (_, key) => (key === '' ? north : null),
      finish: (reply, { id }) => (id.length < 20 ? { status: 200, body: { providers: [] } } : reply),
    },
    target: { ...target, key: 'sk_eu_that-is-not-taken' },
  });
  expect(outcomes.map(({ check, status }) => [check.id, status])).toEqual([
    ['junction.listJunctionProviders.authentication.no-key', 'failed'],
    ['junction.listJunctionProviders.authentication.wrong-key', 'inconclusive'],
    ['junction.listJunctionProviders.input.user_id.malformed', 'failed'],
  ]);
});

test('A leak to another tenant is told though the next answer breaks off', async () => {
  const { secondUser = '' } = foreignTarget('mielto');
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['isolation.foreign-user'],
    habits: {
      admit: (asked, key) => correctHabits.admit(asked, asked.id === secondUser ? south.keys.mielto : key),
    },
    before: ({ url = '', headers }, response) => {
      const isNext = url.includes(encodeURIComponent(secondUser)) && url.includes('?');
      if (!isNext || headers.authorization?.includes(south.keys.mielto) === true) return false;
      response.destroy();
      return true;
    },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['failed']);
});

test('What gzip cannot read is told also of a list that is another one each time', async () => {
  let times = 0;
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['transport.compression'],
    habits: {
      finish: (reply) => {
        times += 1;
        return reply.status === 200 && typeof reply.body === 'object'
          ? { ...reply, body: { ...reply.body, times } }
          : reply;
      },
    },
    before: ({ headers }, response) => {
      if (headers['accept-encoding'] !== 'gzip') return false;
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end('{}');
      return true;
    },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['failed']);
});

test('A server that gives everybody the same list tells nobody apart, and is not blamed for that before the key', async () => {
  const [first] = north.people;
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['authentication.before-existence'],
    habits: { admit: () => north, find: () => first ?? null },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['inconclusive']);
});

test('A reader of many forms of UUIDs shows nobody the data of others', async () => {
  const [outcome] = await outcomesOf({
    api: 'open-wearables',
    checks: ['meaning.owner', 'input.user_id.malformed'],
    habits: {
      route(request) {
        const asked = correctHabits.route(request);
        return asked === null ? null : { ...asked, id: asked.id.replace(/^urn:uuid:|^\{|\}$/g, '') };
      },
    },
  }).then((outcomes) => outcomes.filter(({ check }) => check.id.endsWith('owner')));
  expect(outcome?.status).toBe('passed');
});

test('One list that is broken does not keep the refusals from being judged', async () => {
  const outcomes = await outcomesOf({
    api: 'junction',
    checks: ['authentication.wrong-key', 'input.user_id.malformed'],
    habits: {
      finish: (reply, { id }) =>
        id === foreignTarget('junction').users[0]?.id && reply.status === 200
          ? { ...reply, body: { providers: null } }
          : reply,
    },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['passed', 'passed']);
});

test('Who is left out of what they need does not pass', async () => {
  const { secondKey: _, ...target } = foreignTarget('junction');
  const server = await startForeignServer(correctHabits);
  const checks = ['isolation.foreign-user', 'authentication.before-existence'];
  const outcomes = await verifyForeign(server.url, { apis: [{ ...target, users: [] }], checks });
  await server.close();
  expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
});

test('What is expected of a user is compared without telling what is personal or secret', async () => {
  const [outcome] = await outcomesOf({
    api: 'junction',
    checks: ['meaning.expected'],
    habits: {
      rows: (asked, person) =>
        correctHabits.rows(asked, person).map((row, index) => ({
          ...row,
          slug: index === 0 ? 'ana@example.com' : `ya29.a0AfH6SMBx${index}`,
        })),
    },
    target: { users: [{ id: north.people[0]?.uuid ?? '', expect: { slugs: ['garmin'] } }] },
  });
  const told = JSON.stringify(outcome);
  expect(told).toContain('each slug: garmin');
  expect(told).not.toMatch(/ana@|ya29/);
  expect(told.length).toBeLessThan(3_000);
});
