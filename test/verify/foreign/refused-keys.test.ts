import { expect, test } from 'vitest';
import { correctSteps, startForeignServer } from './correct-server.ts';
import { outcomesOf } from './outcomes-of.ts';
import { north } from './two-tenants.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

test('A refused key is reported once, and not as a fault of every check that needs a list', async () => {
  const outcomes = await outcomesOf({
    api: 'mielto',
    checks: ['*'],
    target: { key: 'mlt-mistyped-in-the-environment' },
  });
  const reported = outcomes.flatMap((outcome) =>
    'findings' in outcome ? outcome.findings.map(({ actual }) => [outcome.check.id, actual]) : [],
  );
  expect(reported).toEqual([
    [
      'mielto.listMieltoConnections.shape.200.status',
      '401 (is the key valid, and does this server read it from Authorization? --key-header names another header)',
    ],
  ]);
});

test('Access without a key is reported even if the given key is refused', async () => {
  const { key: _, ...target } = foreignTarget('junction');
  const outcomes = await outcomesOf({
    api: 'junction',
    checks: ['authentication.no-key', 'authentication.wrong-key', 'input.user_id.malformed'],
    steps: {
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

test('Refusals are checked even if the list of one user is broken', async () => {
  const outcomes = await outcomesOf({
    api: 'junction',
    checks: ['authentication.wrong-key', 'input.user_id.malformed'],
    steps: {
      finish: (reply, { id }) =>
        id === foreignTarget('junction').users[0]?.id && reply.status === 200
          ? { ...reply, body: { providers: null } }
          : reply,
    },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['passed', 'passed']);
});

test('Checks without the users and keys that they need are skipped', async () => {
  const { secondKey: _, ...target } = foreignTarget('junction');
  const server = await startForeignServer(correctSteps);
  const checks = ['isolation.foreign-user', 'authentication.before-existence'];
  const outcomes = await verifyForeign(server.url, { apis: [{ ...target, users: [] }], checks });
  await server.close();
  expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
});
