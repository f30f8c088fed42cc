import { expect, test } from 'vitest';
import { operationOf, readContract } from '../../../contract/contract.ts';
import { preferredAnswer } from '../../../server/api/preferred-answer.ts';

test('a preferred answer has the headers of the example that is preferred', () => {
  const operation = operationOf(readContract('sandbox'), 'createSandboxUser');
  const locations = ['with-id', 'without-id'].map((name) => {
    const preferred = preferredAnswer(operation, { prefer: `code=201, example=${name}` });
    expect(preferred?.applied).toBe(`code=201, example=${name}`);
    return preferred?.answer.headers?.Location;
  });
  expect(locations).toEqual([
    expect.stringMatching(/\/users\/5e0f3b9c-[\w-]+$/),
    expect.stringMatching(/\/users\/c74a1d90-[\w-]+$/),
  ]);
});

test('a response without a body can be preferred, with the headers of its example if it has any', () => {
  const deletion = operationOf(readContract('sandbox'), 'deleteSandboxUser');
  const none = preferredAnswer(deletion, { prefer: 'code=204' });
  expect(none).toEqual({ answer: { status: 204, headers: {} }, applied: 'code=204' });
  expect(() => preferredAnswer(deletion, { prefer: 'code=204, example=x' })).toThrow();
  const callback = operationOf(readContract('mielto'), 'completeMieltoOauth');
  const redirect = preferredAnswer(callback, { prefer: 'code=303' });
  expect(redirect?.answer.headers?.Location).toMatch(/^https?:/);
});
