import type { OutgoingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { verify } from '../../../verify/verify.ts';
import { forwarding } from '../../support/tiny-server.ts';
import { correctSteps, type Steps, startForeignServer } from './correct-server.ts';
import { type Answer, outcomesOf, type ServerCase } from './outcomes-of.ts';
import { north, south } from './two-tenants.ts';
import { foreignTarget } from './verify-foreign.ts';

const [first, second] = north.people;

/** The level and the pointer of each finding; the status of a check without findings. */
async function seen(
  serverCase: Omit<ServerCase, 'api'> & Partial<Pick<ServerCase, 'api'>>,
): Promise<string[]> {
  const outcomes: Outcome[] = await outcomesOf({ api: 'open-wearables', ...serverCase });
  return outcomes.flatMap((outcome) =>
    'findings' in outcome
      ? [...new Set(outcome.findings.map(({ severity, at }) => `${severity} ${at}`))]
      : [outcome.status],
  );
}

/** Adds a field to the connections of the first user. */
function adding(fields: object): Partial<Steps> {
  return {
    rows: (parsed, person) =>
      correctSteps.rows(parsed, person).map((row) => (person === first ? { ...row, ...fields } : row)),
  };
}

test.each<[string, object, string]>([
  ['in a list of an undocumented field', { linked_user_ids: [second?.uuid] }, 'failure /0/linked_user_ids/0'],
  ['in a text', { note: `same account as ${second?.uuid.toUpperCase()}` }, 'failure /0/note'],
  ['as a key, which is not shown', { shared: { [second?.uuid ?? '']: 1 } }, 'failure /0/shared'],
  [
    'in a documented field, as a warning',
    { provider_username: second?.uuid },
    'warning /0/provider_username',
  ],
  [
    'of an unknown user in a field of user ids, as a warning',
    { linked_user_ids: [south.people[0]?.uuid.replace('8', '9')] },
    'warning /0/linked_user_ids/0',
  ],
  [
    'of an account at a provider: none',
    { garmin_account: south.people[0]?.uuid.replace('8', '9') },
    'passed',
  ],
  ['of no other user: none', { linked_user_ids: [] }, 'passed'],
])('The id of another user is reported %s', async (_, fields, expected) => {
  expect(await seen({ checks: ['isolation.other-user-ids'], steps: adding(fields) })).toEqual([expected]);
});

/** Like uvicorn: a plain 500, and then a closed connection. */
function crash(...[, response]: Parameters<Answer>): true {
  const headers: OutgoingHttpHeaders = { 'Content-Type': 'text/plain; charset=utf-8' };
  response.writeHead(500, headers).end('Internal Server Error', () => response.socket?.destroySoon());
  return true;
}

const uuidKey = /^(?:[0-9a-f]{32}|[0-9a-f-]{36})$/i;

test('A server error for keys that read as a UUID is found, and the connection that it closes is a warning', async () => {
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['authentication.*-key', 'transport.after-error', 'transport.complete', 'isolation.two-users'],
    before: (request, response) =>
      uuidKey.test(String(request.headers['x-api-key'])) ? crash(request, response) : false,
  });
  const ended = outcomes.filter(({ status }) => status !== 'passed' && status !== 'skipped');
  expect(ended.map(({ check, status }) => `${check.id.split('.').slice(2).join('.')} ${status}`)).toEqual([
    'authentication.uuid-key failed',
    'authentication.hex-key failed',
    'transport.after-error warning',
  ]);
});

test('A closed connection is reported beside the server error that caused it', async () => {
  const outcomes = await outcomesOf({
    api: 'open-wearables',
    checks: ['*'],
    before: (request, response) =>
      uuidKey.test(String(request.headers['x-api-key'])) ? crash(request, response) : false,
  });
  const ended = outcomes.filter((outcome) => 'findings' in outcome);
  expect(ended.map(({ check, status }) => `${check.id.split('.').slice(2).join('.')} ${status}`)).toEqual([
    'transport.after-error warning',
    'shape.server-errors failed',
  ]);
});

test('A connection is not reported if its error announces that it is closed', async () => {
  const before: Answer = ({ headers }, response) => {
    if (headers['x-api-key'] !== undefined) return false;
    response.writeHead(401, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end('{"detail":"no key"}');
    return true;
  };
  expect(await seen({ checks: ['transport.after-error'], before })).toEqual(['passed']);
});

test.each<[string, (host: string, path: string) => string, readonly string[]]>([
  [
    'with the host of the request',
    (host, path) => `http://${host}${path}`,
    ['warning /status', 'warning /headers/location'],
  ],
  ['without a host', (_host, path) => path, ['warning /status', 'passed']],
])('A trailing slash that is redirected without a key, %s, is a warning', async (_, locationOf, expected) => {
  const before: Answer = ({ url = '', headers }, response) => {
    if (!url.endsWith('/')) return false;
    response.writeHead(307, { Location: locationOf(String(headers.host), url.slice(0, -1)) }).end();
    return true;
  };
  const checks = ['authentication.slash-redirect', 'transport.redirect-host'];
  expect(await seen({ checks, before })).toEqual(expected);
});

function refuseHead(...[{ method }, response]: Parameters<Answer>): boolean {
  if (method !== 'HEAD') return false;
  response.writeHead(405, { Allow: 'GET' }).end();
  return true;
}

test('HEAD that returns 405 fails a strict run, and is not checked otherwise', async () => {
  const given = { checks: ['transport'], before: refuseHead };
  expect((await seen(given)).every((end) => end === 'passed')).toBe(true);
  expect(await seen({ ...given, options: { strict: true } })).toContain('failure /status');
});

test('HEAD that returns 405 is not reported in an edition whose servers refuse it', async () => {
  const server = await startForeignServer(correctSteps);
  const front = await forwarding({ to: server.url, answer: refuseHead });
  const target = foreignTarget('open-wearables');
  const ends = [];
  for (const edition of [{}, { edition: '0-6', keyHeader: 'X-API-Key' }]) {
    const apis = [{ ...target, ...edition }];
    const run = verify({ baseUrl: front.url, apis, checks: ['transport.head'], strict: true });
    for await (const { status } of run) ends.push(status);
  }
  expect(ends).toEqual(['failed', 'passed']);
  await front.close();
  await server.close();
});
