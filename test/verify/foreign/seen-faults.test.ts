import { expect, test } from 'vitest';
import { correctHabits, startForeignServer } from './correct-server.ts';
import { outcomesOf } from './scene.ts';
import { south } from './two-tenants.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

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
