import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, headerValues, presentedKey, userIdOf, withoutRequestHeader } from '../../proxy/call.ts';
import { type Ask, everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { cached, workspaceHeader, workspaceOf } from '../kit/cached.ts';
import { withChangedItems } from '../kit/change-answer.ts';
import { answerForFirstUser } from '../kit/first-user.ts';
import { emptyList } from '../kit/list-body.ts';
import { filtersOf } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Answers with data of other users, tenants and workspaces. */
export const isolationMutants: readonly Mutant[] = [
  {
    id: 'other-users-list-relabelled',
    title: 'Every list is that of the first requested user, with the requested user_id in its items',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['isolation.two-users'],
    begin: answerForFirstUser((answer, call) =>
      withChangedItems(answer, call, (items) => items.map((item) => ({ ...item, user_id: userIdOf(call) }))),
    ),
  },
  otherTenantMutant({
    id: 'foreign-user-readable',
    title: "Another tenant's users can be read",
    answerFor: (foreign) => foreign,
  }),
  otherTenantMutant({
    id: 'foreign-user-forbidden',
    title: 'A user of another tenant returns 403, and an unknown user 404',
    answerFor: (_, call) => problem(call, 403, 'Not allowed'),
  }),
  otherTenantMutant({
    id: 'foreign-user-empty',
    title: 'A user of another tenant returns an empty list, and an unknown user 404',
    answerFor: (_, { vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  otherTenantMutant({
    id: 'foreign-user-revealed',
    title: 'The error for a user of another tenant differs from the error for an unknown user',
    answerFor: (_, call) => problem(call, 404, 'User belongs to another workspace'),
  }),
  otherTenantMutant({
    id: 'foreign-user-by-filter',
    title: "Another tenant's users can be read with a filter",
    vendors: ['mielto'],
    applies: (call) => Object.keys(filtersOf(call)).length > 0 && !hasWorkspace(call),
    answerFor: (foreign) => foreign,
  }),
  otherTenantMutant({
    id: 'foreign-user-upper-case',
    title: "Another tenant's users can be read by their ids in upper case",
    vendors: ['open-wearables', 'junction'],
    applies: (call) => userIdOf(call) !== userIdOf(call).toLowerCase(),
    answerFor: (foreign) => foreign,
  }),
  otherTenantMutant({
    id: 'workspace-foreign-by-filter',
    title: "Another tenant's workspace can be read with a filter",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    applies: (call) => Object.keys(filtersOf(call)).length > 0 && hasWorkspace(call),
    answerFor: (foreign) => foreign,
  }),
  otherTenantMutant({
    id: 'workspace-revealed',
    title: "The error for another tenant's workspace differs from the error for an unknown workspace",
    vendors: ['mielto'],
    check: 'isolation.workspace-foreign',
    applies: hasWorkspace,
    answerFor: (foreign, call) =>
      headerValues(call.headers, workspaceHeader).some((id) => foreign.body.includes(id))
        ? problem(call, 404, 'Workspace belongs to another tenant')
        : null,
  }),
  workspaceMutant({
    id: 'workspace-ignored',
    title: 'The header X-Workspace-Id is ignored',
    check: 'isolation.workspace-foreign',
    answer: (call, ask) => ask(withoutRequestHeader(call, workspaceHeader)),
  }),
  workspaceMutant({
    id: 'workspace-foreign-empty',
    title: 'A workspace that the key cannot access returns an empty list',
    check: 'isolation.workspace-foreign',
    answer: async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  }),
  workspaceMutant({
    id: 'workspace-own-refused',
    title: "The caller's own workspace in X-Workspace-Id returns 404",
    check: 'isolation.workspace-own',
    answer: async (call) => problem(call, 404, 'Connection not found'),
  }),
  {
    id: 'cache-without-user',
    title: 'Answers are cached without the user in the cache key',
    vendors: everyVendor,
    caughtBy: ['isolation.two-users', 'meaning.owner'],
    begin: cached((call) => [presentedKey(call), call.search, workspaceOf(call)]),
  },
  {
    id: 'cache-without-workspace',
    title: 'Answers are cached without X-Workspace-Id in the cache key',
    vendors: ['mielto'],
    caughtBy: ['isolation.workspace-foreign'],
    begin: cached((call) => [presentedKey(call), userIdOf(call), call.search]),
  },
];

/** A mutant of the answer for a user that only another accepted key can access. */
function otherTenantMutant({
  vendors = everyVendor,
  check = 'isolation.foreign-user',
  applies = () => true,
  answerFor,
  ...head
}: MutantHead & {
  readonly vendors?: readonly Vendor[];
  readonly check?: string;
  readonly applies?: (call: Call) => boolean;
  /** Null to try the next accepted key. */
  readonly answerFor: (foreign: Answer, call: Call) => Answer | null;
}): Mutant {
  const begin: Mutant['begin'] = () => {
    const accepted = new Map<string, Call>();
    return async (call, ask) => {
      const answer = await ask(call);
      const key = presentedKey(call);
      if (answer.status === 200 && key !== null) {
        accepted.set(`${call.vendor} ${key} ${headerValues(call.headers, workspaceHeader)}`, call);
      }
      if (answer.status !== 404 || !applies(call)) return answer;
      for (const { vendor, headers } of accepted.values()) {
        if (vendor !== call.vendor) continue;
        const foreign = await ask({ ...call, headers });
        const changed = foreign.status === 200 ? answerFor(foreign, call) : null;
        if (changed !== null) return changed;
      }
      return answer;
    };
  };
  return { ...head, vendors, caughtBy: [check], begin };
}

function hasWorkspace({ headers }: Call): boolean {
  return headerValues(headers, workspaceHeader).length > 0;
}

function workspaceMutant({
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
