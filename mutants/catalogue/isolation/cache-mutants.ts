import type { Answer } from '../../proxy/answer.ts';
import { type Call, headerValues, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';

/** Answers that are remembered, and given to those who have asked for something else. */
export const cacheMutants: readonly Mutant[] = [
  cached({
    id: 'cache-without-user',
    row: null,
    title: 'Answers are cached, and the user is not part of what they are cached by',
    vendors: everyVendor,
    caughtBy: ['isolation.two-users', 'meaning.owner'],
    by: (call) => [presentedKey(call), call.search, workspaceOf(call)],
  }),
  cached({
    id: 'cache-without-key',
    row: null,
    title: 'Answers are cached, and the key is not part of what they are cached by',
    vendors: everyVendor,
    caughtBy: ['authentication.no-key', 'isolation.own-user-foreign-key'],
    by: (call) => [call.userId, call.search, workspaceOf(call)],
  }),
  cached({
    id: 'cache-without-query',
    row: null,
    title: 'Answers are cached, and the query is not part of what they are cached by',
    vendors: ['mielto'],
    caughtBy: ['meaning.limit', 'meaning.skip'],
    by: (call) => [presentedKey(call), call.userId, workspaceOf(call)],
  }),
  cached({
    id: 'cache-without-workspace',
    row: null,
    title: 'Answers are cached, and X-Workspace-Id is not part of what they are cached by',
    vendors: ['mielto'],
    caughtBy: ['isolation.workspace-foreign'],
    by: (call) => [presentedKey(call), call.userId, call.search],
  }),
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

function cached({
  vendors,
  caughtBy,
  by,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly caughtBy: readonly string[];
  readonly by: (call: Call) => readonly (string | null)[];
}): Mutant {
  const begin: Mutant['begin'] = () => {
    const answers = new Map<string, Answer>();
    return async (call, ask) => {
      const key = JSON.stringify([call.vendor, ...by(call)]);
      const answer = answers.get(key) ?? (await ask(call));
      if (answer.status === 200) answers.set(key, answer);
      return answer;
    };
  };
  return { ...head, vendors, caughtBy, begin };
}

function workspaceOf(call: Call): string | null {
  return headerValues(call.headers, 'X-Workspace-Id')[0] ?? null;
}
