import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { correctSteps } from './correct-server.ts';
import { type Answer, outcomesOf, type ServerCase } from './outcomes-of.ts';
import type { ParsedRequest, Reply } from './send-reply.ts';
import { north } from './two-tenants.ts';

function withRequestId(reply: Reply): Reply {
  const body = typeof reply.body === 'object' ? { ...reply.body, request_id: randomUUID() } : reply.body;
  return reply.status < 400 ? reply : { ...reply, body };
}

function page(...[, response]: Parameters<Answer>): true {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>App</title>');
  return true;
}

let turns = 0;

describe('No fault is reported for a server that', () => {
  test.each<[string, ServerCase]>([
    [
      'adds a request id to each error',
      {
        api: 'junction',
        checks: ['isolation.foreign-user', 'authentication.before-existence'],
        steps: { finish: withRequestId },
      },
    ],
    [
      'repeats the URL in its errors',
      {
        api: 'mielto',
        checks: ['isolation.foreign-user', 'authentication.before-existence'],
        steps: {
          finish: (reply, { request }) =>
            reply.status < 400 ? reply : { ...reply, body: { detail: `Nothing at ${request.url}` } },
        },
      },
    ],
    [
      'reads digits of any script as an integer, also in a strict run',
      {
        api: 'mielto',
        checks: ['input.limit.malformed', 'input.skip.malformed'],
        steps: {
          read: (query) =>
            correctSteps.read(new URLSearchParams(query.toString().replaceAll('%D9%A1%D9%A0', '10'))),
        },
        options: { strict: true },
      },
    ],
    [
      'has two users with similar ids',
      {
        api: 'mielto',
        checks: ['input.user_id.spelling'],
        steps: {
          find: (parsed: ParsedRequest, tenant) =>
            correctSteps.find(parsed.id === 'ada@example.or' ? { ...parsed, id: 'dee' } : parsed, tenant),
        },
      },
    ],
    [
      'uses another name for the id of an item, in checks of isolation',
      {
        api: 'open-wearables',
        checks: ['isolation.two-users', 'meaning.unique-ids'],
        steps: {
          rows: (parsed, person) =>
            correctSteps.rows(parsed, person).map(({ id, ...row }) => ({ ...row, connection_id: id })),
        },
      },
    ],
    [
      'lists in any order, in checks of isolation',
      {
        api: 'junction',
        checks: ['isolation.user-in-query', 'isolation.concurrent-users'],
        steps: {
          rows: (parsed, person) => {
            turns += 1;
            const rows = correctSteps.rows(parsed, person);
            return turns % 2 === 0 ? rows : rows.toReversed();
          },
        },
      },
    ],
    [
      'is on loopback and allows requests from pages on loopback',
      {
        api: 'junction',
        checks: ['leaks.internals'],
        steps: {
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
      'returns an HTML page for every unknown path',
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
      'normalises a hostile path by a redirect',
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
      'has one key without letters for all APIs',
      {
        api: 'mielto',
        checks: ['authentication.other-case', 'authentication.other-api-key'],
        steps: { admit: (_, key) => (key === '1234567890' ? north : null) },
        target: { key: '1234567890', otherApiKey: '1234567890' },
        ends: 'not-applicable',
      },
    ],
    [
      'has ids in any script',
      {
        api: 'mielto',
        checks: ['isolation.workspace-unknown', 'input.user_id.spelling'],
        steps: {
          find: (parsed, tenant) =>
            correctSteps.find(parsed.id === 'runner🏃' ? { ...parsed, id: 'Fay' } : parsed, tenant),
        },
        target: { users: [{ id: 'runner🏃' }], unknownUser: 'кто-то' },
      },
    ],
  ])('%s', async (_, serverCase) => {
    const outcomes = await outcomesOf(serverCase);
    expect(outcomes.map(({ check, status }) => [check.id, status])).toEqual(
      outcomes.map(({ check }) => [check.id, serverCase.ends ?? 'passed']),
    );
    expect(outcomes).toHaveLength(serverCase.checks.length);
  });
});

test('The check before-existence is inconclusive for a server that returns the same list to every request', async () => {
  const [first] = north.people;
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['authentication.before-existence'],
    steps: { admit: () => north, find: () => first ?? null },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['inconclusive']);
});

test('A server that accepts other notations of a UUID passes the owner check', async () => {
  const [outcome] = await outcomesOf({
    api: 'open-wearables',
    checks: ['meaning.owner', 'input.user_id.malformed'],
    steps: {
      route(request) {
        const parsed = correctSteps.route(request);
        return parsed === null ? null : { ...parsed, id: parsed.id.replace(/^urn:uuid:|^\{|\}$/g, '') };
      },
    },
  }).then((outcomes) => outcomes.filter(({ check }) => check.id.endsWith('owner')));
  expect(outcome?.status).toBe('passed');
});
