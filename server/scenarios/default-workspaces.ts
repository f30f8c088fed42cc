import type { NewWorkspace } from '../store/workspaces.ts';

/** The workspaces that are there from the start, with keys that everybody may know. */
export const defaultWorkspaces = [
  {
    id: 'ws_sandbox',
    name: 'The default workspace',
    ownUserId: '00000000-0000-4000-8000-000000000010',
    keys: {
      'open-wearables': 'ow_sandbox_key',
      junction: 'sk_us_sandbox_key',
      mielto: 'mielto_sandbox_token',
    },
    revokedKeys: {
      'open-wearables': 'ow_revoked_key',
      junction: 'sk_us_revoked_key',
      mielto: 'mielto_revoked_token',
    },
  },
  {
    id: 'ws_second',
    name: 'A second workspace, to test isolation against',
    ownUserId: '00000000-0000-4000-8000-000000000020',
    keys: { 'open-wearables': 'ow_second_key', junction: 'sk_us_second_key', mielto: 'mielto_second_token' },
  },
] as const satisfies readonly Omit<NewWorkspace, 'createdAt'>[];
