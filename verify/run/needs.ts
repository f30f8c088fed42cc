import type { Need } from '../checks/kit/check.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyVariable } from '../session/credential.ts';

/** What a need still lacks, as the end of "needs …"; null if nothing is missing. */
export function missing(
  need: Need,
  { target, otherApiKey }: { readonly target: ApiTarget; readonly otherApiKey: string | undefined },
): string | null {
  const { users } = target;
  switch (need) {
    case 'user':
      return users.length > 0 ? null : 'a user with data (--user)';
    case 'two users':
      return users.length > 1 ? null : 'two users with data (--user twice)';
    case 'emptyUser':
      return isSet(target.emptyUser) ? null : 'a user without connections (--empty-user)';
    case 'revokedKey':
      return isSet(target.revokedKey) ? null : `a revoked key (${keyVariable(target.vendor, 'REVOKED_')})`;
    case 'otherApiKey':
      return isSet(otherApiKey) ? null : 'a key of another API (--api with two APIs)';
    case 'workspace':
      return isSet(target.workspace) ? null : "the key's workspace (--workspace)";
    case 'secondUser':
      return isSet(target.secondUser) ? null : 'a user of the second tenant (--second-user)';
    case 'secondKey':
      return isSet(target.secondKey)
        ? null
        : `a key of the second tenant (${keyVariable(target.vendor, 'SECOND_')})`;
    case 'exclusiveUser':
      return isSet(target.exclusiveUser) ? null : 'a user that exists only in this tenant (--exclusive-user)';
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
