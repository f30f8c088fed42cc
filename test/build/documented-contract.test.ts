import { expect, test } from 'vitest';
import { type DocumentedContract, documentedContract } from '../../build/documented-contract.ts';
import { readContract } from '../../contract/contract.ts';

test('A description also says what the extension keywords of its schema say, in the copy alone', () => {
  const at = { type: 'string', 'x-pattern': 'Z$', description: 'When. (page)' };
  const state = { type: 'string', 'x-extensible-enum': ['on', 'off'], description: 'How. (page)' };
  const info = { title: 'Things', summary: 'Things', description: 'Things.' };
  const contract = { info, servers: [], paths: {}, components: { schemas: { at, state } } };
  expect(documentedContract(contract)).toMatchObject({
    components: {
      schemas: {
        at: { description: 'When. (page)\n\nMatches `Z$`.' },
        state: { description: 'How. (page)\n\nKnown today: `on`, `off`.' },
      },
    },
  });
  expect(at.description).toBe('When. (page)');
});

const contract = readContract('sandbox').document as unknown as DocumentedContract;

test('the docs show each value of a parameter once, and leave the contract as it is', () => {
  const path = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
  const before = structuredClone(contract);
  const own = '00000000-0000-4000-8000-000000000010';
  const unknown = '00000000-0000-4000-8000-00000000dead';
  const { post } = documentedContract(contract).paths[path] ?? {};
  expect(Object.entries(post ?? {}).find(([key]) => key === 'parameters')?.[1]).toEqual([
    expect.objectContaining({ examples: { 'provider-only': { value: 'ws_sandbox' } } }),
    expect.objectContaining({
      examples: { 'provider-only': { value: own }, 'unknown-user': { value: unknown } },
    }),
  ]);
  expect(contract).toEqual(before);
});
