import { expect, test } from 'vitest';
import { documentedContract } from '../../../build/docs/documented-contract.ts';
import { contractOf, readContract } from '../../../contract/contract.ts';
import type { OpenApiDocument } from '../../../contract/openapi-document.ts';

const info = { title: 'Things', version: '1.0.0', summary: 'Things', description: 'Things.' };

function documented(change: Partial<OpenApiDocument>) {
  const document = { openapi: '3.1.0', info, servers: [], paths: {}, components: {}, ...change };
  return documentedContract(contractOf('things', document), new Map());
}

test('A description also says what the extension keywords of its schema say, in the copy alone', () => {
  const at = { type: 'string', 'x-pattern': 'Z$', description: 'When. (page)' };
  const state = { type: 'string', 'x-extensible-enum': ['on', 'off'], description: 'How. (page)' };
  expect(documented({ components: { schemas: { at, state } } })).toMatchObject({
    components: {
      schemas: {
        at: { description: 'When. (page)\n\nMatches `Z$`.' },
        state: { description: 'How. (page)\n\nKnown today: `on`, `off`.' },
      },
    },
  });
  expect(at.description).toBe('When. (page)');
});

test('A contract without a summary is an error that says what to add', () => {
  const { summary: _, ...incomplete } = info;
  expect(() => documented({ info: incomplete })).toThrow(
    'spec/things.yaml has no summary or no description. Add what is missing to its info.',
  );
});

test('the docs show each value of a parameter once, and leave the contract as it is', () => {
  const contract = readContract('sandbox');
  const path = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
  const before = structuredClone(contract.document);
  const own = '00000000-0000-4000-8000-000000000010';
  const unknown = '00000000-0000-4000-8000-00000000dead';
  const { post } = documentedContract(contract, new Map()).paths[path] ?? {};
  expect(post?.parameters).toEqual([
    expect.objectContaining({ examples: { 'provider-only': { value: 'ws_sandbox' } } }),
    expect.objectContaining({
      examples: { 'provider-only': { value: own }, 'unknown-user': { value: unknown } },
    }),
  ]);
  expect(contract.document).toEqual(before);
});
