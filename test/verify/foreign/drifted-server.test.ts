import { afterAll, describe, expect, test } from 'vitest';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import { addedFields, startDriftedServer } from './drifted-server.ts';
import { north } from './two-tenants.ts';
import { verifyForeign } from './verify-foreign.ts';

const server = await startDriftedServer();
afterAll(() => server.close());

/** Each finding of a run: severity and check, pointer, expected and actual. */
async function findings(options: Partial<VerifyOptions>) {
  const outcomes = await verifyForeign(server.url, { only: ['open-wearables'], ...options });
  return outcomes.flatMap((outcome) =>
    'findings' in outcome
      ? outcome.findings.map(({ severity, at: pointer, expected, actual }) => [
          `${severity} ${outcome.check.id}`,
          pointer,
          expected,
          actual,
        ])
      : [],
  );
}

describe('The newest public server of Open Wearables', () => {
  test('is reported for not accepting the key in the documented header', async () => {
    expect(await findings({})).toEqual([
      [
        'failure open-wearables.listOpenWearablesConnections.shape.200.status',
        '/status',
        '200',
        '401 (is the key valid, and does this server read it from X-API-Key? --key-header names another header)',
      ],
    ]);
  });

  test('is reported once for its added fields and for the unknown user, if its own header is sent', async () => {
    const headers = { 'X-Open-Wearables-API-Key': north.keys['open-wearables'] };
    expect(
      await findings({ headers, excludeChecks: ['authentication', 'isolation.exclusive-user'] }),
    ).toEqual([
      [
        'failure open-wearables.listOpenWearablesConnections.shape.404.status',
        '/status',
        '404',
        '200 with 0 items',
      ],
      [
        'warning open-wearables.listOpenWearablesConnections.shape.200.undocumented-fields',
        '/0',
        'no other fields',
        `8 undocumented fields: ${Object.keys(addedFields).join(', ')}`,
      ],
    ]);
  });
});
