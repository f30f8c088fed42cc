import type { Vendor } from '../../../spec/vendors.ts';
import type { Answer } from '../../proxy/answer.ts';
import { type Call, userIdOf, withUserId } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';

/** A mutant that reads an id as another id. */
export function readIdMutant({
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

/** A mutant that changes the answer for some ids, for callers with a valid key. */
export function answerForIdMutant({
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
