import type { SampleKeys } from '../../spec/vendor-entry.ts';
import { byVendor, type EditionChoice, editionsOf, vendorNames, vendors } from '../../spec/vendors.ts';
import type { DeveloperTokens, NewWorkspace } from '../model/workspace.ts';

type DefaultWorkspace = Omit<NewWorkspace, 'createdAt'>;

const first: Required<DefaultWorkspace> = {
  id: 'ws_sandbox',
  name: 'The default workspace',
  ownUserId: '00000000-0000-4000-8000-000000000010',
  keys: byVendor(({ key }) => key.samples.first),
  developerTokens: tokens('first'),
  editions: {},
  revokedKeys: byVendor(({ key }) => key.samples.revoked),
  revokedTokens: tokens('revoked'),
};

const second: DefaultWorkspace = {
  id: 'ws_second',
  name: 'A second workspace, to test isolation against',
  ownUserId: '00000000-0000-4000-8000-000000000020',
  keys: byVendor(({ key }) => key.samples.second),
  developerTokens: tokens('second'),
  editions: {},
};

const withEditions: DefaultWorkspace = {
  id: 'ws_with_editions',
  name: 'The newest edition of each API that has any',
  ownUserId: '00000000-0000-4000-8000-000000000030',
  keys: byVendor(({ key }) => key.samples.editions),
  developerTokens: tokens('editions'),
  editions: newestEditions(),
};

/** The workspaces that exist from the start, with public keys. */
export const defaultWorkspaces = [first, second, withEditions] as const;

/** The public tokens of this name, of the vendors whose developers have tokens. */
function tokens(name: keyof SampleKeys): DeveloperTokens {
  const found = vendors.flatMap(({ vendor, developerToken }) =>
    developerToken === null ? [] : [[vendor, developerToken.samples[name]] as const],
  );
  return Object.fromEntries(found);
}

/** The last edition of each vendor's entry. */
function newestEditions(): EditionChoice {
  const newest = vendorNames.flatMap((vendor) => {
    const edition = editionsOf(vendor).at(-1);
    return edition === undefined ? [] : [[vendor, edition] as const];
  });
  return Object.fromEntries(newest);
}
