import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { type Vendor, vendorNames } from '../../../spec/vendors.ts';
import { createSandboxTenants, type SandboxTenants } from '../../../verify/sandbox/sandbox-tenants.ts';
import { type ApiTarget, type Outcome, planRun, type VerifyOptions } from '../../../verify/verify.ts';
import { forwarding } from '../../support/tiny-server.ts';

let server: RunningServer;
let tenants: SandboxTenants;
beforeAll(async () => {
  server = await startServer();
  tenants = await createSandboxTenants({ baseUrl: server.url, vendors: vendorNames });
});
afterAll(async () => {
  await tenants.remove();
  await server.close();
});

function targetOf(vendor: Vendor): ApiTarget {
  const found = tenants.targets.find((target) => target.vendor === vendor);
  if (found === undefined) throw new Error(`There is no target of ${vendor}.`);
  return found;
}

async function outcomesOf(target: ApiTarget, options: Partial<VerifyOptions>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const run = planRun({ baseUrl: server.url, strict: true, apis: [target], ...options });
  for await (const outcome of run.outcomes()) outcomes.push(outcome);
  return outcomes;
}

const notPassed = (outcomes: readonly Outcome[]) =>
  outcomes.filter(({ status }) => status !== 'passed').map(({ check, status }) => `${check.id} ${status}`);

describe.each(vendorNames)('The operations of %s beside the list of connections', (vendor) => {
  test('pass all their checks, with ids from the answers of the API', async () => {
    const target = targetOf(vendor);
    const list = new Set(
      planRun({ baseUrl: server.url, apis: [target] }).checks.map((check) => check.operationId),
    );
    const all = planRun({ baseUrl: server.url, apis: [target], operations: 'all' }).checks;
    const operations = [...new Set(all.map(({ operationId }) => operationId))].filter((id) => !list.has(id));
    expect(operations).not.toEqual([]);
    const outcomes = await outcomesOf(target, { operations });
    expect(notPassed(outcomes)).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(100);
  });
});

describe('The values of a path parameter', () => {
  const operations = ['getMieltoConnection'];
  const checks = ['shape.200.status', 'isolation.two-users', 'authentication.no-key'];

  test('are missing without a user, and a check that needs one says which', async () => {
    const { emptyUser: _, exclusiveUser: __, ...target } = targetOf('mielto');
    const outcomes = await outcomesOf({ ...target, users: [] }, { operations, checks });
    const reasons = outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status));
    expect(reasons).toEqual([
      'passed',
      'needs two values of connection_id (--parameter connection_id=… twice)',
      'needs a connection_id (--parameter connection_id=…)',
    ]);
  });

  test('can be given instead', async () => {
    const { key } = targetOf('mielto');
    const users = targetOf('mielto').users.slice(0, 2);
    const ids: string[] = [];
    for (const { id } of users) {
      const headers = { Authorization: `Bearer ${key}` };
      const answer = await fetch(`${server.url}/api/v1/connections/users/${id}`, { headers });
      const { connections } = (await answer.json()) as { connections: { id: string }[] };
      ids.push(connections[0]?.id ?? '');
    }
    const given = { ...targetOf('mielto'), users: [], parameters: { connection_id: ids } };
    expect(notPassed(await outcomesOf(given, { operations, checks }))).toEqual([]);
  });

  test('that the server does not know are one cause, which names the value', async () => {
    const given = { ...targetOf('mielto'), parameters: { connection_id: ['no-such-connection'] } };
    const [first] = await outcomesOf(given, { operations, checks: ['shape.200.status'] });
    expect(first?.cause).toMatchObject({
      text: 'The connection no-such-connection does not exist on this server: /api/v1/connections/{connection_id} is answered 404.',
      advice: 'Name a connection of this server (--parameter connection_id=…).',
    });
  });

  test('must have the name of a path parameter of an API of the run', () => {
    const parameters = { connexion_id: ['a'] };
    expect(() => planRun({ baseUrl: server.url, apis: [{ ...targetOf('mielto'), parameters }] })).toThrow(
      'Unknown path parameter connexion_id. Did you mean connection_id?',
    );
    const users = { user_id: ['a'] };
    expect(() =>
      planRun({ baseUrl: server.url, apis: [{ ...targetOf('mielto'), parameters: users }] }),
    ).toThrow('The users of an API are not in parameters. Use users (--user).');
  });
});

test('An operation that the server does not have is one cause', async () => {
  const without = await forwarding({
    to: server.url,
    answer: ({ url = '' }, response) => {
      const isMissing = url.startsWith('/api/v1/oauth/providers');
      if (isMissing) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such page');
      return isMissing;
    },
  });
  const run = planRun({
    baseUrl: without.url,
    apis: [targetOf('open-wearables')],
    operations: ['listOpenWearablesProviders'],
    checks: ['shape.200.status'],
  });
  const causes: unknown[] = [];
  for await (const { cause } of run.outcomes()) causes.push(cause?.text);
  expect(causes).toEqual(['Every request for /api/v1/oauth/providers is answered 404.']);
  await without.close();
});
