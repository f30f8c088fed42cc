import { emptyProfile, type NewUser, type User } from '../model/user.ts';
import type { UserRow } from './tables.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The row of a user of this workspace. Its connections are its own rows, unless `sharesScenario`. */
export function toUserRow(workspaceId: string, user: NewUser, sharesScenario = false): UserRow {
  const { id, createdAt, clientUserId = null, email = null, profile = emptyProfile, isDemo = false } = user;
  return {
    workspace_id: workspaceId,
    id,
    has_uuid: uuid.test(id) ? 1 : 0,
    client_user_id: clientUserId,
    email,
    profile: profile === emptyProfile ? '{}' : JSON.stringify(profile),
    is_demo: isDemo ? 1 : 0,
    demo_since: isDemo ? createdAt : null,
    created_at: createdAt,
    shares_scenario: sharesScenario ? 1 : 0,
  };
}

/** Reads a user. */
export function fromUserRow(
  row: Omit<UserRow, 'workspace_id' | 'shares_scenario' | 'has_uuid' | 'demo_since'>,
): User {
  return {
    id: row.id,
    clientUserId: row.client_user_id,
    email: row.email,
    profile: row.profile === '{}' ? emptyProfile : { ...emptyProfile, ...JSON.parse(row.profile) },
    isDemo: row.is_demo === 1,
    createdAt: row.created_at,
  };
}
