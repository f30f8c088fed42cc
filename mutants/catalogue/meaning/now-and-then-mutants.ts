import type { Answer } from '../../proxy/answer.ts';
import { withHeader } from '../../proxy/answer.ts';
import { type Call, userIdOf, withUserId } from '../../proxy/call.ts';
import { type Ask, everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, withChangedItems } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { problem } from '../kit/problem.ts';

/** Faults of one list in ten. */
export const nowAndThenMutants: readonly Mutant[] = [
  everyTenthMutant({
    id: 'every-tenth-other-user',
    title: 'Every tenth list is that of another user',
    change: async (answer, { call, users, ask }) => {
      const other = users.find((id) => id !== userIdOf(call));
      const others = other === undefined ? answer : await ask(withUserId(call, other));
      return others.status === 200 ? others : answer;
    },
  }),
  everyTenthMutant({
    id: 'every-tenth-stale',
    title: 'Every tenth list is from a time when the last connection had another name',
    change: async (answer, { call }) =>
      withChangedItems(answer, call, (items) =>
        items.map((item, index) =>
          index === items.length - 1 ? { ...item, [itemField(call.vendor, 'slug')]: 'old-name' } : item,
        ),
      ),
  }),
  everyTenthMutant({
    id: 'every-tenth-shorter',
    title: 'Every tenth list leaves out its last connection',
    change: async (answer, { call }) => withChangedItems(answer, call, (items) => items.slice(0, -1)),
  }),
  everyTenthMutant({
    id: 'every-tenth-cut-off',
    title: 'In the middle of every tenth list the connection is closed',
    change: async (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length)),
      body: answer.body.subarray(0, Math.ceil(answer.body.length / 2)),
      delivery: 'as-written',
    }),
  }),
  everyTenthMutant({
    id: 'every-tenth-error',
    title: 'Every tenth list is a server error',
    change: async (_, { call }) => problem(call, 500, 'Internal server error'),
  }),
];

interface Turn {
  readonly call: Call;
  readonly ask: Ask;
  /** The users whose lists had connections. */
  readonly users: readonly string[];
}

/** A mutant of every tenth list that has connections, whichever user it is for. */
function everyTenthMutant({
  change,
  ...head
}: MutantHead & { readonly change: (answer: Answer, turn: Turn) => Promise<Answer> }): Mutant {
  const begin: Mutant['begin'] = () => {
    const users = new Set<string>();
    let count = 0;
    return async (call, ask) => {
      const answer = await ask(call);
      if (itemCount(answer, call) === 0) return answer;
      users.add(userIdOf(call));
      count += 1;
      return count % 10 === 0 ? change(answer, { call, ask, users: [...users] }) : answer;
    };
  };
  return { ...head, vendors: everyVendor, caughtBy: ['meaning.repeated'], begin };
}
