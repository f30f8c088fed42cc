import { presentedKey, userIdOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { cached, workspaceOf } from '../kit/cached.ts';

/** Answers that are remembered, and given to those who have asked for another user or workspace. */
export const cacheMutants: readonly Mutant[] = [
  {
    id: 'cache-without-user',
    title: 'Answers are cached, and the user is not part of what they are cached by',
    vendors: everyVendor,
    caughtBy: ['isolation.two-users', 'meaning.owner'],
    begin: cached((call) => [presentedKey(call), call.search, workspaceOf(call)]),
  },
  {
    id: 'cache-without-workspace',
    title: 'Answers are cached, and X-Workspace-Id is not part of what they are cached by',
    vendors: ['mielto'],
    caughtBy: ['isolation.workspace-foreign'],
    begin: cached((call) => [presentedKey(call), userIdOf(call), call.search]),
  },
];
