import { expect, test } from 'vitest';
import { readContract } from '../../../contract/contract.ts';
import { createAnswerCache } from '../../../server/api/answer-cache.ts';
import { keys } from '../../support/vendor-calls.ts';

test('answers to long URLs are evicted from the cache before it exceeds its size', () => {
  const now = '2025-06-03T08:00:00.000Z';
  const snapshot = {
    workspaceId: 'ws_sandbox',
    publicId: 'ws_sandbox',
    editions: {},
    version: '1',
    now,
    validUntil: Infinity,
  };
  const cache = createAnswerCache({
    contract: readContract('open-wearables'),
    isCached: () => true,
    recallKey: () => snapshot,
    now: () => now,
  });
  const headers = { 'x-api-key': keys['open-wearables'].first };
  // Close to the longest URL that Node.js accepts.
  const url = (count: number) => `/api/v1/users/u1/connections?ignored=${'x'.repeat(15_000)}${count}`;
  const isCached = (count: number) => cache.find({ method: 'GET', url: url(count), headers }) !== null;

  let count = 0;
  for (; count < 3000; count += 1) {
    cache.add({ url: url(count), headers }, snapshot, {
      headers: [],
      body: '[]',
      encoding: 'latin1',
      bytes: 2,
      path: '/',
      subject: { workspaceId: 'ws_sandbox', api: 'open-wearables', operation: 'listConnections' },
    });
  }
  const kept = Array.from({ length: count }, (_, index) => index).filter(isCached).length;
  expect(kept).toBeGreaterThan(0);
  expect(kept * url(0).length).toBeLessThan(32 * 1024 * 1024);
});
