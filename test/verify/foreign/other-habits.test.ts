import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { correctHabits } from './correct-server.ts';
import { type Answer, outcomesOf, type Scene } from './scene.ts';
import type { Asked, Reply } from './send-reply.ts';
import { north } from './two-tenants.ts';

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
        checks: ['isolation.user-in-query', 'isolation.concurrent-users'],
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
