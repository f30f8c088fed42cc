import type { Need } from '../checks/kit/check.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyVariable } from '../session/credential.ts';

/** What has to be given for a need, as the end of "needs …"; null where it is. */
export function missing(
  need: Need,
  { target, otherApiKey }: { readonly target: ApiTarget; readonly otherApiKey: string | undefined },
): string | null {
  const { users } = target;
  switch (need) {
    case 'user':
      return users.length > 0 ? null : 'a user with data (--user)';
    case 'two users':
      return users.length > 1 ? null : 'two users with data (--user, twice)';
    case 'emptyUser':
      return given(target.emptyUser) ? null : 'a user who has connected nothing (--empty-user)';
    case 'revokedKey':
      return given(target.revokedKey) ? null : `a revoked key (${keyVariable(target.vendor, 'REVOKED_')})`;
    case 'otherApiKey':
      return given(otherApiKey) ? null : 'a key of another API (--api with two)';
    case 'workspace':
      return given(target.workspace) ? null : "the key's workspace (--workspace)";
    case 'secondUser':
      return given(target.secondUser) ? null : "another tenant's user (--second-user)";
    case 'secondKey':
      return given(target.secondKey)
        ? null
        : `another tenant's key (${keyVariable(target.vendor, 'SECOND_')})`;
    case 'exclusiveUser':
      return given(target.exclusiveUser)
        ? null
        : 'a user whom the second tenant does not have (--exclusive-user)';
    case 'secondWorkspace':
      return given(target.secondWorkspace) ? null : "another tenant's workspace (--second-workspace)";
    case 'expect':
      return users.some(({ expect }) => expect !== undefined)
        ? null
        : 'what to expect of a user (expect, in the file of --config)';
    default:
      return need satisfies never;
  }
}

function given(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
