import type { Vendor } from '../../../spec/vendors.ts';
import type { Answer } from '../../proxy/answer.ts';
import { type Call, userIdOf, withUserId } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';

/** Takes an id for another one. */
export function readAs({
  vendors,
  checks,
  read,
  ...head
}: MutantHead & {
  readonly vendors: readonly Vendor[];
  readonly checks: readonly string[];
  readonly read: (userId: string) => string | undefined;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const userId = read(userIdOf(call));
    return ask(userId === undefined ? call : withUserId(call, userId));
  };
  return { ...head, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}

/** Answers some ids otherwise, for callers with a valid key. */
export function answeredAs({
  vendors,
  checks,
  answerFor,
  ...head
}: MutantHead & {
  readonly vendors: readonly Vendor[];
  readonly checks: readonly string[];
  readonly answerFor: (userId: string, call: Call) => Answer | undefined;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 401 ? given : (answerFor(userIdOf(call), call) ?? given);
  };
  return { ...head, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}
