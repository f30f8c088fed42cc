import { expect, test } from 'vitest';
import { documentedContract } from '../../build/documented-contract.ts';

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
