import { byVendor, type EditionChoice, editionsOf, vendorNames } from '../../spec/vendors.ts';
import type { NewWorkspace } from '../model/workspace.ts';

type DefaultWorkspace = Omit<NewWorkspace, 'createdAt'>;

const first: Required<DefaultWorkspace> = {
  id: 'ws_sandbox',
  name: 'The default workspace',
  ownUserId: '00000000-0000-4000-8000-000000000010',
  keys: byVendor(({ key }) => key.samples.first),
  editions: {},
  revokedKeys: byVendor(({ key }) => key.samples.revoked),
};

const second: DefaultWorkspace = {
  id: 'ws_second',
  name: 'A second workspace, to test isolation against',
  ownUserId: '00000000-0000-4000-8000-000000000020',
  keys: byVendor(({ key }) => key.samples.second),
  editions: {},
};

const withEditions: DefaultWorkspace = {
  id: 'ws_with_editions',
  name: 'The newest edition of each API that has any',
  ownUserId: '00000000-0000-4000-8000-000000000030',
  keys: byVendor(({ key }) => key.samples.editions),
  editions: newestEditions(),
};

/** The workspaces that exist from the start, with public keys. */
export const defaultWorkspaces = [first, second, withEditions] as const;

/** The last edition of each vendor's entry. */
function newestEditions(): EditionChoice {
  const newest = vendorNames.flatMap((vendor) => {
    const edition = editionsOf(vendor).at(-1);
    return edition === undefined ? [] : [[vendor, edition] as const];
  });
  return Object.fromEntries(newest);
}
