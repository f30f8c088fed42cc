import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, headerValues, presentedKey, userIdOf, withoutRequestHeader } from '../../proxy/call.ts';
import { type Ask, everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { cached, workspaceHeader, workspaceOf } from '../kit/cached.ts';
import { withChangedItems } from '../kit/change-answer.ts';
import { answeringFirstUser } from '../kit/first-user.ts';
import { emptyList } from '../kit/list-body.ts';
import { filtersOf } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Lists of other users, tenants and workspaces. */
export const isolationMutants: readonly Mutant[] = [
  {
    id: 'other-users-list-relabelled',
    title: 'The list is the one of the first user that was asked for, with the user_id that was asked for',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['isolation.two-users'],
    begin: answeringFirstUser((answer, call) =>
      withChangedItems(answer, call, (items) => items.map((item) => ({ ...item, user_id: userIdOf(call) }))),
    ),
  },
  tenants({
    id: 'foreign-user-readable',
    title: 'The users of another tenant can be read',
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'foreign-user-forbidden',
    title: 'A user of another tenant is a 403, and one who does not exist a 404',
    answerFor: (_, call) => problem(call, 403, 'Not allowed'),
  }),
  tenants({
    id: 'foreign-user-empty',
    title: 'A user of another tenant has an empty list, and one who does not exist is a 404',
    answerFor: (_, { vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  tenants({
    id: 'foreign-user-told',
    title: 'The error for a user of another tenant differs from that for one who does not exist',
    answerFor: (_, call) => problem(call, 404, 'User belongs to another workspace'),
  }),
  tenants({
    id: 'foreign-user-by-filter',
    title: 'The users of another tenant can be read if a filter is given',
    vendors: ['mielto'],
    isConcerned: (call) => Object.keys(filtersOf(call)).length > 0 && !hasWorkspace(call),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'foreign-user-in-capitals',
    title: 'The users of another tenant can be read by their ids in capitals',
    vendors: ['open-wearables', 'junction'],
    isConcerned: (call) => userIdOf(call) !== userIdOf(call).toLowerCase(),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'workspace-foreign-by-filter',
    title: "Another tenant's workspace can be read if a filter is given",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    isConcerned: (call) => Object.keys(filtersOf(call)).length > 0 && hasWorkspace(call),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'workspace-told',
    title: "The error for another tenant's workspace differs from that for one that does not exist",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    isConcerned: hasWorkspace,
    answerFor: (theirs, call) =>
      headerValues(call.headers, workspaceHeader).some((id) => theirs.body.includes(id))
        ? problem(call, 404, 'Workspace belongs to another tenant')
        : null,
  }),
  workspaces({
    id: 'workspace-ignored',
    title: 'The header X-Workspace-Id is ignored',
    check: 'isolation.workspace-foreign',
    answer: (call, ask) => ask(withoutRequestHeader(call, workspaceHeader)),
  }),
  workspaces({
    id: 'workspace-foreign-empty',
    title: 'A workspace that the key cannot see is an empty list',
    check: 'isolation.workspace-foreign',
    answer: async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  }),
  workspaces({
    id: 'workspace-own-refused',
    title: "The caller's own workspace is a 404 if it is named",
    check: 'isolation.workspace-own',
    answer: async (call) => problem(call, 404, 'Connection not found'),
  }),
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

/** Answers for a user whom this key cannot see and another key can. */
function tenants({
  vendors = everyVendor,
  check = 'isolation.foreign-user',
  isConcerned = () => true,
  answerFor,
  ...head
}: MutantHead & {
  readonly vendors?: readonly Vendor[];
  readonly check?: string;
  readonly isConcerned?: (call: Call) => boolean;
  /** Null if this list of theirs is not the one that is asked for. */
  readonly answerFor: (theirs: Answer, call: Call) => Answer | null;
}): Mutant {
  const begin: Mutant['begin'] = () => {
    const accepted = new Map<string, Call>();
    return async (call, ask) => {
      const answer = await ask(call);
      const key = presentedKey(call);
      if (answer.status === 200 && key !== null) {
        accepted.set(`${call.vendor} ${key} ${headerValues(call.headers, workspaceHeader)}`, call);
      }
      if (answer.status !== 404 || !isConcerned(call)) return answer;
      for (const { vendor, headers } of accepted.values()) {
        if (vendor !== call.vendor) continue;
        const theirs = await ask({ ...call, headers });
        const told = theirs.status === 200 ? answerFor(theirs, call) : null;
        if (told !== null) return told;
      }
      return answer;
    };
  };
  return { ...head, vendors, caughtBy: [check], begin };
}

function hasWorkspace({ headers }: Call): boolean {
  return headerValues(headers, workspaceHeader).length > 0;
}

function workspaces({
  check,
  answer,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly answer: (call: Call, ask: Ask) => Promise<Answer>;
}): Mutant {
  const begin: Mutant['begin'] = () => (call, ask) => (hasWorkspace(call) ? answer(call, ask) : ask(call));
  return { ...head, vendors: ['mielto'], caughtBy: [check], begin };
}
