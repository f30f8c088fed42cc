import { byVendor } from '../../spec/vendors.ts';
import type { NewWorkspace } from '../model/workspace.ts';

type DefaultWorkspace = Omit<NewWorkspace, 'createdAt'>;

const first: Required<DefaultWorkspace> = {
  id: 'ws_sandbox',
  name: 'The default workspace',
  ownUserId: '00000000-0000-4000-8000-000000000010',
  keys: byVendor(({ key }) => key.samples.first),
  revokedKeys: byVendor(({ key }) => key.samples.revoked),
};

const second: DefaultWorkspace = {
  id: 'ws_second',
  name: 'A second workspace, to test isolation against',
  ownUserId: '00000000-0000-4000-8000-000000000020',
  keys: byVendor(({ key }) => key.samples.second),
};

/** The workspaces that exist from the start, with public keys. */
export const defaultWorkspaces = [first, second] as const;
