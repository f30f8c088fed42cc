import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, headerValues, presentedKey, withoutRequestHeader } from '../../proxy/call.ts';
import { type Ask, everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onItem, problem, withChangedItems } from '../kit/change-answer.ts';
import { emptyList } from '../kit/list-body.ts';
import { filtersOf } from '../kit/page.ts';

const workspaceHeader = 'X-Workspace-Id';

/** Lists of other users, tenants and workspaces. */
export const isolationMutants: readonly Mutant[] = [
  {
    id: 'other-users-list',
    row: 27,
    title: 'Whoever is asked for, the list is the one of the first user that was asked for',
    vendors: everyVendor,
    caughtBy: ['meaning.owner', 'isolation.two-users'],
    begin: () => answeringFirstUser((answer) => answer),
  },
  {
    id: 'other-users-list-relabelled',
    row: 27,
    title: 'The list is the one of the first user that was asked for, with the user_id that was asked for',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['isolation.two-users'],
    begin: () =>
      answeringFirstUser((answer, call) =>
        withChangedItems(answer, call, (items) => items.map((item) => ({ ...item, user_id: call.userId }))),
      ),
  },
  {
    id: 'foreign-item-last',
    row: 27,
    title: 'The last connection of a list is one of another user',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.owner'],
    begin: onItem('last', (item) => ({ ...item, user_id: '00000000-0000-4000-8000-0000000000ff' })),
  },
  tenants({
    id: 'foreign-user-readable',
    row: 28,
    title: 'The users of another tenant can be read',
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'foreign-user-forbidden',
    row: null,
    title: 'A user of another tenant is a 403, and one who does not exist a 404',
    answerFor: () => problem(403, 'Not allowed'),
  }),
  tenants({
    id: 'foreign-user-empty',
    row: null,
    title: 'A user of another tenant has an empty list, and one who does not exist is a 404',
    answerFor: (_, { vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  tenants({
    id: 'foreign-user-told',
    row: null,
    title: 'The error tells a user of another tenant from one who does not exist',
    answerFor: () => problem(404, 'User belongs to another workspace'),
  }),
  tenants({
    id: 'foreign-user-by-filter',
    row: null,
    title: 'The users of another tenant can be read where a filter is given',
    vendors: ['mielto'],
    isConcerned: (call) => Object.keys(filtersOf(call)).length > 0 && !hasWorkspace(call),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'foreign-user-in-capitals',
    row: null,
    title: 'The users of another tenant can be read by their ids in capitals',
    vendors: ['open-wearables', 'junction'],
    isConcerned: ({ userId }) => userId !== userId.toLowerCase(),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'workspace-foreign-by-filter',
    row: null,
    title: "Another tenant's workspace can be read where a filter is given",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    isConcerned: (call) => Object.keys(filtersOf(call)).length > 0 && hasWorkspace(call),
    answerFor: (theirs) => theirs,
  }),
  tenants({
    id: 'workspace-told',
    row: null,
    title: "The error tells another tenant's workspace from one that nobody has",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    isConcerned: hasWorkspace,
    answerFor: (theirs, { headers }) =>
      headerValues(headers, workspaceHeader).some((id) => theirs.body.includes(id))
        ? problem(404, 'Workspace belongs to another tenant')
        : null,
  }),
  workspaces({
    id: 'workspace-ignored',
    row: 29,
    title: 'The header X-Workspace-Id is ignored',
    check: 'isolation.workspace-foreign',
    answer: (call, ask) => ask(withoutRequestHeader(call, workspaceHeader)),
  }),
  workspaces({
    id: 'workspace-foreign-empty',
    row: null,
    title: 'A workspace that the key cannot see is an empty list',
    check: 'isolation.workspace-foreign',
    answer: async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  }),
  workspaces({
    id: 'workspace-own-refused',
    row: null,
    title: 'The own workspace is a 404 where it is named',
    check: 'isolation.workspace-own',
    answer: async () => problem(404, 'Connection not found'),
  }),
  {
    id: 'item-of-other-workspace',
    row: null,
    title: 'The last connection belongs to another workspace',
    vendors: ['mielto'],
    caughtBy: ['meaning.workspace'],
    begin: onItem('last', (item) => ({ ...item, workspace_id: 'ws_elsewhere' })),
  },
];

function answeringFirstUser(relabel: (answer: Answer, call: Call) => Answer): ReturnType<Mutant['begin']> {
  const first = new Map<string, string>();
  return async (call, ask) => {
    const answer = await ask(call);
    if (itemCount(answer, call) === 0) return answer;
    const userId = first.get(call.vendor) ?? call.userId;
    first.set(call.vendor, userId);
    if (userId === call.userId) return answer;
    const others = await ask({ ...call, userId });
    return others.status === 200 ? relabel(others, call) : answer;
  };
}

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
  /** Null where this list of theirs is not the one that is asked for. */
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
