import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { correctSteps, keyOf, type Steps, startForeignServer } from './correct-server.ts';
import { outcomesOf as outcomesOfCase } from './outcomes-of.ts';
import { north, south } from './two-tenants.ts';
import { foreignTarget, verifyForeign } from './verify-foreign.ts';

/** Verifies a server that reads the key in its own way. */
async function outcomesOf(
  vendor: Vendor,
  admit: Steps['admit'],
  target: { readonly key?: string; readonly keyHeader?: string },
): Promise<readonly Outcome[]> {
  const server = await startForeignServer({ ...correctSteps, admit });
  const outcomes = await verifyForeign(server.url, {
    apis: [{ ...foreignTarget(vendor), otherApiKey: 'key-of-another-api', ...target }],
  });
  await server.close();
  return outcomes;
}

/** The result of each check that does not pass. Only `content-length` does not depend on the key. */
function notPassed(outcomes: readonly Outcome[]): readonly (readonly [string, string])[] {
  return outcomes
    .filter(({ status, check }) => status !== 'passed' && !check.id.endsWith('.content-length'))
    .map(({ check, status }) => [check.id.split('.').slice(2).join('.'), status]);
}

const tenantOf = (vendor: Vendor, key: string) =>
  [north, south].find(({ keys }) => keys[vendor] === key) ?? null;

describe('A server that takes the key in another header', () => {
  test.each<[Vendor, string, (header: string) => string]>([
    ['open-wearables', 'X-Team-Key', (header) => header],
    ['junction', 'authorization', (header) => /^bearer +(\S+)$/i.exec(header)?.[1] ?? ''],
    ['mielto', 'X-Team-Token', (header) => header],
  ])(
    'has one finding with --key-header, and all other checks use that header: %s',
    async (vendor, keyHeader, read) => {
      const admit: Steps['admit'] = ({ request }) =>
        tenantOf(vendor, read(String(request.headers[keyHeader.toLowerCase()] ?? '')));
      const outcomes = await outcomesOf(vendor, admit, { keyHeader });
      expect(notPassed(outcomes)).toEqual([['authentication.key-header', 'failed']]);
      const [finding] = outcomes.flatMap((outcome) => ('findings' in outcome ? outcome.findings : []));
      expect(finding?.expected).toBe(`200, as for the key in ${keyHeader}`);
      expect(finding?.curl).toMatch(/ -H "(?:X-API-Key|x-vital-api-key|Authorization): .*_API_KEY" /);
      expect(finding?.actual).toMatch(/^401 for the key in (?:X-API-Key|x-vital-api-key|Authorization)$/);
    },
  );

  test('has no finding if it also takes the key in the documented header', async () => {
    const admit: Steps['admit'] = (parsed) =>
      tenantOf('junction', String(parsed.request.headers['x-team-key'] ?? keyOf(parsed)));
    expect(notPassed(await outcomesOf('junction', admit, { keyHeader: 'X-Team-Key' }))).toEqual([]);
  });

  test('is not checked with a key that it refuses in each header', async () => {
    const outcomes = await outcomesOf('junction', () => null, { keyHeader: 'X-Team-Key' });
    expect(outcomes.find(({ check }) => check.id.endsWith('.key-header'))).toMatchObject({
      status: 'inconclusive',
      reason:
        'the target refuses the key in X-Team-Key (is the key valid? --key-header names another header)',
    });
  });
});

test('A login page in place of the list does not show that the key is accepted', async () => {
  const outcomes = await outcomesOfCase({
    api: 'junction',
    checks: ['authentication.key-header'],
    before: (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
      return true;
    },
  });
  expect(outcomes.map(({ status }) => status)).toEqual(['inconclusive']);
});

test("A developer's token of Open Wearables is sent as a bearer token, beside keys of other kinds", async () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';
  const admit: Steps['admit'] = (parsed) =>
    parsed.request.headers.authorization === `Bearer ${token}`
      ? north
      : tenantOf('open-wearables', keyOf(parsed));
  const outcomes = await outcomesOf('open-wearables', admit, { key: token });
  expect(notPassed(outcomes)).toEqual([['authentication.key-header', 'inconclusive']]);
});
