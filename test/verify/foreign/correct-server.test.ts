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

describe('An independent server that conforms to the contracts', () => {
  test('passes every check, except for a Content-Length that it does not send', () => {
    expect(notPassed(lenient)).toEqual([
      'not-applicable junction.listJunctionProviders.transport.content-length',
    ]);
  });

  test('fails a strict run only for its order, which only this project has decided', () => {
    expect(notPassed(strict)).toEqual([
      'failed open-wearables.listOpenWearablesConnections.meaning.order',
      'failed junction.listJunctionProviders.meaning.order',
      'not-applicable junction.listJunctionProviders.transport.content-length',
      'failed mielto.listMieltoConnections.meaning.order',
    ]);
    const provenances = strict.flatMap((outcome) =>
      'findings' in outcome ? outcome.findings.map(({ provenance }) => provenance) : [],
    );
    expect(new Set(provenances)).toEqual(new Set(['decided']));
  });
});
