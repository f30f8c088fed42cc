import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../../verify/plan/select-checks.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { correctSteps, type Steps } from './correct-server.ts';
import { type Answer, outcomesOf } from './outcomes-of.ts';

/** The findings of a run, without the operation. */
function reported(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) =>
    'findings' in outcome
      ? outcome.findings.map(({ actual }) => `${outcome.status} ${nameOf(outcome)}: ${actual}`)
      : [],
  );
}

function nameOf({ check }: Outcome): string {
  return check.id.split('.').slice(2).join('.');
}

/** Fails on each id that is not a UUID. */
const failsOnMalformedIds: Partial<Steps> = {
  finish: (reply) =>
    reply.status === 422 || reply.status === 400
      ? { status: 500, body: 'Internal Server Error', headers: { 'Content-Type': 'text/plain' } }
      : reply,
};

/** Answers malformed ids in another way than with JSON. */
function malformedIds(respond: (response: Parameters<Answer>[1]) => void): Answer {
  return ({ url = '' }, response) => {
    if (/[0-9a-f-]{36}$/i.test(url.split('?')[0] ?? '')) return false;
    respond(response);
    return true;
  };
}

describe('One check reports', () => {
  test('a 500, and the checks that could not be made because of it refer to that check', async () => {
    const outcomes = await outcomesOf({ api: 'junction', checks: ['*'], steps: failsOnMalformedIds });
    expect(reported(outcomes)).toEqual(['failed shape.server-errors: 500']);
    const id = 'junction.listJunctionProviders.shape.server-errors';
    const referring = outcomes.filter((outcome) => 'reportedBy' in outcome && outcome.reportedBy === id);
    expect(referring.map(nameOf)).toEqual(
      expect.arrayContaining(['input.user_id.malformed', 'input.user_id.hostile', 'shape.declared-status']),
    );
    for (const outcome of referring)
      expect(outcome).toMatchObject({ status: 'inconclusive', reason: `not checked: ${id} reports the 500` });
  });

  test('a closed connection', async () => {
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['*'],
      before: malformedIds((response) => response.destroy()),
    });
    expect(reported(outcomes)).toEqual(['failed transport.complete: a connection closed without a response']);
  });

  test('a redirect', async () => {
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['shape', 'transport', 'authentication.no-key', 'authentication.wrong-key'],
      steps: {
        finish: (reply) =>
          reply.status === 401 ? { status: 302, body: '', headers: { Location: '/login' } } : reply,
      },
    });
    expect(reported(outcomes)).toEqual(['warning transport.redirect: 302 to "/login"']);
  });

  test('an error that is HTML', async () => {
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['shape'],
      steps: {
        finish: (reply) =>
          reply.status === 404
            ? { status: 404, body: '<h1>Not found</h1>', headers: { 'Content-Type': 'text/html' } }
            : reply,
      },
    });
    expect(outcomes.filter(({ status }) => status === 'failed').map(nameOf)).toEqual([]);
    expect(reported(outcomes)).toEqual(['warning shape.404.content-type: "text/html"']);
  });
});

describe('A response is reported nevertheless', () => {
  test('by each check, if the check that would report it is not part of the run', async () => {
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['input.user_id.malformed', 'input.user_id.hostile'],
      steps: failsOnMalformedIds,
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed']);
  });

  test('by a check that runs after the one that would report it', async () => {
    let requests = 0;
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['transport.complete', 'shape.200.status'],
      target: { users: [{ id: '1449752e-0d8a-40e0-9206-91ab099b2537' }] },
      before: (_request, response) => {
        requests += 1;
        if (requests > 1) return false;
        response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"detail":"no"}');
        return true;
      },
    });
    expect(outcomes.map(({ status }) => status)).toContain('failed');
  });

  test('if it also leaks something', async () => {
    const outcomes = await outcomesOf({
      api: 'junction',
      checks: ['input.user_id.malformed', 'shape.server-errors', 'leaks.internals'],
      steps: {
        finish: (reply) =>
          reply.status === 422 ? { status: 500, body: { detail: 'no such table: users' } } : reply,
      },
    });
    expect(outcomes.map((outcome) => `${outcome.status} ${nameOf(outcome)}`)).toEqual([
      'inconclusive input.user_id.malformed',
      'failed shape.server-errors',
      'failed leaks.internals',
    ]);
  });
});

test('A check of variants tries all of them, and one finding lists those that are accepted', async () => {
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['input.user_id.malformed'],
    steps: {
      route(request) {
        const parsed = correctSteps.route(request);
        if (parsed === null) return null;
        const bare = parsed.id.replace(/^urn:uuid:|^\{|\}$/gi, '').replaceAll('-', '');
        return { ...parsed, id: bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
      },
    },
  });
  expect(reported(outcomes)).toEqual([
    expect.stringMatching(
      /^warning input\.user_id\.malformed: 200 with \d+ items for "\{[\da-f-]{36}\}", "[\da-f]{32}", "urn:uuid:[\da-f-]{36}"$/,
    ),
  ]);
});

test('A finding names each unknown value, and each missing field', async () => {
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['shape.200'],
    steps: {
      rows: (parsed, person) =>
        correctSteps
          .rows(parsed, person)
          .map(({ provider, updated_at: _, created_at: __, ...row }, index) => ({
            ...row,
            provider: index < 5 ? 'coros' : index === 5 ? 'sensorbio' : provider,
          })),
    },
  });
  expect(reported(outcomes)).toEqual(
    expect.arrayContaining([
      'warning shape.200.open-enums: 2 unknown providers: coros, sensorbio',
      expect.stringMatching(
        /^failed shape\.200\.required-fields: 2 missing fields: (?:updated_at|created_at), /,
      ),
    ]),
  );
  expect(outcomes.every(({ check }) => matchesPattern(check.id, 'shape.200'))).toBe(true);
  const found = outcomes.flatMap((outcome) => ('findings' in outcome ? outcome.findings : []));
  expect(found.map(({ cases }) => cases)).toContainEqual(['coros', 'sensorbio']);
});
