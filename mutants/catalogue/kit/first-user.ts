import type { Answer } from '../../proxy/answer.ts';
import { type Call, userIdOf, withUserId } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { itemCount } from './change-answer.ts';
import { isList } from './list-body.ts';

/** Replaces each list with the changed list of the first user that had a connection. */
export function answerForFirstUser(change: (answer: Answer, call: Call) => Answer): Mutant['begin'] {
  return () => {
    const first = new Map<string, string>();
    return async (call, ask) => {
      const answer = await ask(call);
      if (!isList(call) || itemCount(answer, call) === 0) return answer;
      const userId = first.get(call.vendor) ?? userIdOf(call);
      first.set(call.vendor, userId);
      if (userId === userIdOf(call)) return answer;
      const firstUsers = await ask(withUserId(call, userId));
      return firstUsers.status === 200 ? change(firstUsers, call) : answer;
    };
  };
}
