import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import { correctSteps, type Steps } from './correct-server.ts';
import { outcomesOf, type ServerCase } from './outcomes-of.ts';
import type { Row } from './rows.ts';
import { north } from './two-tenants.ts';

/** The checks of the complete run that end with a finding, each with its level and source. */
async function findings(serverCase: Omit<ServerCase, 'checks'>): Promise<string[]> {
  const outcomes = await outcomesOf({ ...serverCase, checks: ['*'] });
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'error') return [`error ${outcome.reason}`];
    if (!('findings' in outcome)) return [];
    const name = outcome.check.id.split('.').slice(2).join('.');
    return [...new Set(outcome.findings.map((found) => `${found.severity} ${name} (${found.provenance})`))];
  });
}

function each(change: (row: Row) => Row): Pick<ServerCase, 'steps'> {
  return { steps: { rows: (parsed, person) => correctSteps.rows(parsed, person).map(change) } };
}

describe("What the vendor's page does not say is at most a warning:", () => {
  test.each<[string, Omit<ServerCase, 'checks'>, string]>([
    [
      'another field',
      { api: 'open-wearables', ...each((row) => ({ ...row, plan: 'gold' })) },
      'shape.200.undocumented-fields (decided)',
    ],
    [
      'UTC written as an offset',
      {
        api: 'open-wearables',
        ...each((row) => ({ ...row, created_at: String(row.created_at).replace('Z', '+00:00') })),
      },
      'shape.200.times (decided)',
    ],
    [
      'UTC written with Z',
      {
        api: 'junction',
        ...each((row) => ({ ...row, created_on: String(row.created_on).replace('+00:00', 'Z') })),
      },
      'shape.200.times (public)',
    ],
    [
      'an error without details',
      { api: 'junction', ...each(({ error_details: _, ...row }) => row) },
      'shape.200.conditions (decided)',
    ],
    [
      'a user id in another case',
      {
        api: 'mielto',
        steps: {
          route: (request) => {
            const parsed = correctSteps.route(request);
            return parsed?.id === 'ADA@EXAMPLE.ORG' ? { ...parsed, id: 'ada@example.org' } : parsed;
          },
        },
      },
      'input.user_id.spelling (decided)',
    ],
    [
      'digits of another script in limit that are ignored',
      {
        api: 'mielto',
        steps: {
          read: (query) => correctSteps.read(query.get('limit') === '١٠' ? new URLSearchParams() : query),
        },
      },
      'input.limit.malformed (decided)',
    ],
    [
      '403 for a user of another tenant',
      {
        api: 'open-wearables',
        steps: {
          finish: (reply, { id }) =>
            reply.status === 404 && id.startsWith('886313e1')
              ? { status: 403, body: { detail: 'No' } }
              : reply,
        },
      },
      'isolation.foreign-user (decided)',
    ],
  ])('%s', async (_, serverCase, expected) => {
    const found = await findings(serverCase);
    expect(found).toContain(`warning ${expected}`);
    expect(found.filter((line) => !line.startsWith('warning '))).toEqual([]);
  });
});

const refusals: Pick<ServerCase, 'steps'> = {
  steps: {
    finish: (reply) => (reply.status < 400 ? reply : { ...reply, body: { detail: 'Not possible.' } }),
  },
};

test.each([
  [{}, []],
  [{ strict: true, excludeChecks: ['meaning.order'] }, ['failure shape.error-texts (page)']],
])('Another text of an error fails only a strict run: %o', async (options, expected) => {
  expect(await findings({ api: 'open-wearables', ...refusals, options })).toEqual(expected);
});

test('The text for a missing key is not compared, and neither are texts that no vendor has published', async () => {
  const options = { strict: true, excludeChecks: ['meaning.order'] };
  const finish: Steps['finish'] = (reply, { request }) =>
    request.headers['x-api-key'] === undefined && reply.status === 401
      ? { ...reply, body: { detail: 'Who are you?' } }
      : reply;
  expect(await findings({ api: 'open-wearables', steps: { finish }, options })).toEqual([]);
  for (const status of [401, 404]) {
    const finish: Steps['finish'] = (reply) =>
      reply.status === status ? { ...reply, body: { detail: 'Not possible.' } } : reply;
    expect(await findings({ api: 'junction', steps: { finish }, options })).toEqual([]);
  }
});

test('A 500 for digits of another script fails', async () => {
  const found = await findings({
    api: 'mielto',
    before: ({ url = '' }, response) => {
      if (!url.includes('limit=%D9%A1%D9%A0')) return false;
      response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"detail":"no"}');
      return true;
    },
  });
  expect(found).toEqual(['failure shape.server-errors (page)']);
});

const proxyRefusal = '<html><head><title>400 Bad Request</title></head></html>';

describe.each<Vendor>(['open-wearables', 'junction', 'mielto'])('At %s', (api) => {
  test('a proxy that refuses hostile paths with its own HTML 400 is not blamed, also in a strict run', async () => {
    const found = await findings({
      api,
      options: { strict: true, excludeChecks: ['meaning.order'] },
      before: ({ url = '' }, response) => {
        if (!/%00|%ff|%c0|%e0%a4%a|%0a|%0d|\.\.%2f|.{6000}/i.test(url)) return false;
        response.writeHead(400, { 'Content-Type': 'text/html' }).end(proxyRefusal);
        return true;
      },
    });
    expect(found).toEqual([]);
  });

  test('a 500 for a hostile path and a leak in its body fail', async () => {
    const found = await findings({
      api,
      before: ({ url = '' }, response) => {
        if (!url.includes('%00')) return false;
        const detail = 'Traceback (most recent call last)';
        response.writeHead(500, { 'Content-Type': 'application/json' }).end(JSON.stringify({ detail }));
        return true;
      },
    });
    expect(found).toContain('failure leaks.internals (decided)');
    expect(found.join('\n')).toMatch(/^failure shape\.server-errors/m);
  });
});

test.each<[string, Omit<ServerCase, 'checks'>, string]>([
  [
    'access without a valid key',
    { api: 'open-wearables', steps: { admit: () => north } },
    'authentication.no-key',
  ],
  [
    'data of another user',
    {
      api: 'open-wearables',
      steps: { rows: ({ api }) => north.people[0]?.rows[api] ?? [] },
    },
    'meaning.owner',
  ],
  [
    'a leaked secret',
    { api: 'open-wearables', ...each((row) => ({ ...row, refresh_token: 'x' })) },
    'leaks.secret-names',
  ],
])('%s fails, and its source is a decision of this project', async (_, serverCase, expected) => {
  expect(await findings(serverCase)).toContain(`failure ${expected} (decided)`);
});
