import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { startCorrectServer } from './correct-server.ts';
import { verifyForeign } from './verify-foreign.ts';

const server = await startCorrectServer();
afterAll(() => server.close());
const [lenient, strict] = [
  await verifyForeign(server.url),
  await verifyForeign(server.url, { strict: true }),
];

function notPassed(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ status, check }) => (status === 'passed' ? [] : `${status} ${check.id}`));
}

describe('A server of another make that keeps the contracts', () => {
  test('passes every check but the one of a length that it does not tell', () => {
    expect(notPassed(lenient)).toEqual([
      'inconclusive junction.listJunctionProviders.transport.content-length',
    ]);
  });

  test('fails in a strict run for its order alone, which this project has decided', () => {
    expect(notPassed(strict)).toEqual([
      'failed open-wearables.listOpenWearablesConnections.meaning.order',
      'failed junction.listJunctionProviders.meaning.order',
      'inconclusive junction.listJunctionProviders.transport.content-length',
      'failed mielto.listMieltoConnections.meaning.order',
    ]);
    const provenances = strict.flatMap((outcome) =>
      'findings' in outcome ? outcome.findings.map(({ provenance }) => provenance) : [],
    );
    expect(new Set(provenances)).toEqual(new Set(['decided']));
  });
});
