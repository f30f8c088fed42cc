import type { Answer } from '../../proxy/answer.ts';
import { type Call, userIdOf, withUserId } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { itemCount } from './change-answer.ts';

/** Answers each list with the one of the first user who had a connection, changed by this. */
export function answeringFirstUser(change: (answer: Answer, call: Call) => Answer): Mutant['begin'] {
  return () => {
    const first = new Map<string, string>();
    return async (call, ask) => {
      const answer = await ask(call);
      if (itemCount(answer, call) === 0) return answer;
      const userId = first.get(call.vendor) ?? userIdOf(call);
      first.set(call.vendor, userId);
      if (userId === userIdOf(call)) return answer;
      const others = await ask(withUserId(call, userId));
      return others.status === 200 ? change(others, call) : answer;
    };
  };
}
