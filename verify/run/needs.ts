import type { Need } from '../checks/kit/check.ts';
import { keyVariable } from '../session/credential.ts';
import type { SessionOptions } from '../session/session.ts';
import { flagFor, readsUser, subjectOf } from '../session/subject.ts';

/** What a need still lacks, as the end of "needs …"; null if nothing is missing. */
export function missing(
  need: Need,
  { target, otherApiKey, operation }: Pick<SessionOptions, 'target' | 'otherApiKey' | 'operation'>,
): string | null {
  const { users } = target;
  const name = readsUser(operation) ? undefined : subjectOf(operation)?.name;
  switch (need) {
    case 'user':
      if (users.length > 0) return null;
      return name === undefined ? 'a user with data (--user)' : `a ${name} (${flagFor(operation)})`;
    case 'two users':
      if (users.length > 1) return null;
      return name === undefined
        ? 'two users with data (--user twice)'
        : `two values of ${name} (${flagFor(operation)} twice)`;
    case 'emptyUser':
      return isSet(target.emptyUser) ? null : 'a user without connections (--empty-user)';
    case 'revokedKey':
      return isSet(target.revokedKey) ? null : `a revoked key (${keyVariable(target.vendor, 'REVOKED_')})`;
    case 'otherApiKey':
      return isSet(otherApiKey) ? null : 'a key of another API (--api with two APIs)';
    case 'workspace':
      return isSet(target.workspace) ? null : "the key's workspace (--workspace)";
    case 'secondUser':
      if (isSet(target.secondUser)) return null;
      return name === undefined
        ? 'a user of the second tenant (--second-user)'
        : `a ${name} of the second tenant (--second-user with connections)`;
    case 'secondKey':
      return isSet(target.secondKey)
        ? null
        : `a key of the second tenant (${keyVariable(target.vendor, 'SECOND_')})`;
    case 'exclusiveUser':
      if (isSet(target.exclusiveUser)) return null;
      return name === undefined
        ? 'a user that exists only in this tenant (--exclusive-user)'
        : `a ${name} that exists only in this tenant (--exclusive-user with connections)`;
    case 'secondWorkspace':
      return isSet(target.secondWorkspace) ? null : 'a workspace of the second tenant (--second-workspace)';
    case 'expect':
      return users.some(({ expect }) => expect !== undefined)
        ? null
        : 'expectations for a user (expect in the file of --config)';
    default:
      return need satisfies never;
  }
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
