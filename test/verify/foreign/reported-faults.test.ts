import { expect, test } from 'vitest';
import { correctSteps, startForeignServer } from './correct-server.ts';
import { outcomesOf } from './outcomes-of.ts';
import { south } from './two-tenants.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

test('A 503 for one kind of request fails its check and does not end the run', async () => {
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

test('A fault is reported even if the request limit is reached after it was found', async () => {
  const { key, users } = foreignTarget('junction');
  let acceptedCount = 0;
  const server = await startForeignServer({
    ...correctSteps,
    // It accepts ids that contain the letter g.
    route(request) {
      const parsed = correctSteps.route(request);
      if (parsed === null || !parsed.id.includes('g')) return parsed;
      acceptedCount += 1;
      return { ...parsed, id: users[0]?.id ?? '' };
    },
  });
  const apis = [{ vendor: 'junction', key, users } as const];
  for (let maxRequests = 2; maxRequests <= 40; maxRequests += 1) {
    acceptedCount = 0;
    const checks = ['input.user_id.malformed'];
    const [outcome] = await verifyForeign(server.url, { apis, checks, maxRequests });
    expect([maxRequests, outcome?.status]).toEqual([
      maxRequests,
      acceptedCount > 0 ? 'failed' : 'inconclusive',
    ]);
  }
  expect(acceptedCount).toBeGreaterThan(0);
  await server.close();
});

test('A leak to another tenant is reported even if the next answer is incomplete', async () => {
  const { secondUser = '' } = foreignTarget('mielto');
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['isolation.foreign-user'],
    steps: {
      admit: (parsed, key) => correctSteps.admit(parsed, parsed.id === secondUser ? south.keys.mielto : key),
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

test('Invalid gzip is reported even if the list changes with each request', async () => {
  let times = 0;
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['transport.compression'],
    steps: {
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
