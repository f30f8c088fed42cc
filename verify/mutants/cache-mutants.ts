import type { Answer } from './answer.ts';
import { type Call, headerValues, presentedKey } from './call.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Answers that are remembered, and given to those who have asked for something else. */
export const cacheMutants: readonly Mutant[] = [
  cached(
    'cache-without-user',
    'Answers are cached, and the user is not part of what they are cached by',
    everyVendor,
    ['isolation.two-users', 'meaning.owner'],
    (call) => [presentedKey(call), call.search, workspaceOf(call)],
  ),
  cached(
    'cache-without-key',
    'Answers are cached, and the key is not part of what they are cached by',
    everyVendor,
    ['authentication.no-key', 'isolation.own-user-foreign-key'],
    (call) => [call.userId, call.search, workspaceOf(call)],
  ),
  cached(
    'cache-without-query',
    'Answers are cached, and the query is not part of what they are cached by',
    ['mielto'],
    ['meaning.limit', 'meaning.skip'],
    (call) => [presentedKey(call), call.userId, workspaceOf(call)],
  ),
  cached(
    'cache-without-workspace',
    'Answers are cached, and X-Workspace-Id is not part of what they are cached by',
    ['mielto'],
    ['isolation.workspace-foreign'],
    (call) => [presentedKey(call), call.userId, call.search],
  ),
  {
    id: 'previous-answer',
    row: null,
    title: 'Every fifth list is the one that was answered before it',
    vendors: everyVendor,
    caughtBy: ['meaning.stable', 'meaning.owner', 'isolation.two-users'],
    begin: () => {
      let count = 0;
      let previous: Answer | undefined;
      return async (call, ask) => {
        const answer = await ask(call);
        if (answer.status !== 200) return answer;
        const sent = count++ % 5 === 4 ? (previous ?? answer) : answer;
        previous = answer;
        return sent;
      };
    },
  },
];

function cached(
  id: string,
  title: string,
  vendors: Mutant['vendors'],
  caughtBy: readonly string[],
  by: (call: Call) => readonly (string | null)[],
): Mutant {
  const begin: Mutant['begin'] = () => {
    const answers = new Map<string, Answer>();
    return async (call, ask) => {
      const key = JSON.stringify([call.vendor, ...by(call)]);
      const answer = answers.get(key) ?? (await ask(call));
      if (answer.status === 200) answers.set(key, answer);
      return answer;
    };
  };
  return { id, row: null, title, vendors, caughtBy, begin };
}

function workspaceOf(call: Call): string | null {
  return headerValues(call.headers, 'X-Workspace-Id')[0] ?? null;
}
