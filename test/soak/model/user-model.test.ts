import { expect, test } from 'vitest';
import { acknowledged, deleted, type Possible, type ShownConnection } from './connection-model.ts';
import { compareConnections, compareVendorList, newUser, type UserModel } from './user-model.ts';
import { compareUsers } from './workspace-model.ts';

const shown: ShownConnection = {
  id: 'one',
  user_id: 'user',
  provider: 'whoop',
  provider_name: 'WHOOP',
  logo: 'https://example.com/logos/whoop.svg',
  state: 'active',
  cause: null,
  external_account: { id: null, username: null },
  granted_scopes: null,
  resources: {},
  label: null,
  integration_type: null,
  config: null,
  credential_id: 'cred_1',
  created_by: 'user',
  last_synced_at: null,
  expires_at: null,
  created_at: '2025-06-01T12:00:00.000Z',
  updated_at: '2025-06-02T12:00:00.000Z',
  listed_as: { 'open-wearables': 'active', junction: 'connected', mielto: null },
};
const older: ShownConnection = { ...shown, updated_at: '2025-06-01T12:00:00.000Z' };
const expired: ShownConnection = { ...shown, state: 'expired', updated_at: '2025-06-03T12:00:00.000Z' };
const other: ShownConnection = { ...shown, id: 'two' };

function userWith(...possible: readonly Possible[]): UserModel {
  const user = newUser('user');
  user.connections.set('one', { id: 'one', possible, settlesAt: 0 });
  return user;
}
const certain = newUser('user');
certain.connections.set('one', acknowledged(shown));
const gone = newUser('user');
gone.connections.set('one', deleted('one'));
const created = userWith({ kind: 'absent' }, { kind: 'created', provider: 'whoop' });
const changed = userWith({ kind: 'exact', shown }, { kind: 'changed', from: shown, state: 'expired' });
const kindsOf = (faults: readonly { readonly kind: string }[]) => faults.map(({ kind }) => kind);

test.each<[string, UserModel, readonly ShownConnection[], readonly string[]]>([
  ['a connection as acknowledged', certain, [shown], []],
  ['a missing connection', certain, [], ['lost']],
  ['a connection without its last change', certain, [older], ['lost']],
  ['a connection with a change that was not made', certain, [expired], ['wrong']],
  ['an unknown connection', certain, [shown, other], ['wrong']],
  ['a connection twice', certain, [shown, shown], ['wrong']],
  ['no deleted connection', gone, [], []],
  ['a deleted connection', gone, [shown], ['lost']],
  ['the creation without an answer that was made', created, [shown], []],
  ['the creation without an answer that was not made', created, [], []],
  ['another connection than the created one', created, [{ ...shown, provider: 'oura' }], ['wrong']],
  ['the transition without an answer that was made', changed, [expired], []],
  ['the transition without an answer that was not made', changed, [shown], []],
  ['no connection after a transition without an answer', changed, [], ['lost']],
  ['another state than before and after a transition', changed, [{ ...expired, state: 'error' }], ['wrong']],
])('the sandbox API shows %s', (_, user, found, kinds) => {
  expect(kindsOf(compareConnections(user, found))).toEqual(kinds);
});

const item = { identity: 'whoop_v2', status: 'connected', updatedAt: null };
const ownItem = { identity: 'one', status: 'active', updatedAt: shown.updated_at };
test.each([
  ['junction', 'an item as acknowledged', certain, [item], []],
  ['junction', 'no item', certain, [], ['lost']],
  ['junction', 'another status', certain, [{ ...item, status: 'expired' }], ['wrong']],
  ['junction', 'an unknown item', certain, [item, { ...item, identity: 'oura' }], ['wrong']],
  ['junction', 'an item twice', certain, [item, item], ['wrong']],
  ['junction', 'an item of a deleted connection', gone, [item], ['wrong']],
  ['junction', 'a connection that may exist', created, [item], []],
  ['junction', 'no connection that may exist', created, [], []],
  ['open-wearables', 'an item as acknowledged', certain, [ownItem], []],
  [
    'open-wearables',
    'an item without its last change',
    certain,
    [{ ...ownItem, updatedAt: older.updated_at }],
    ['lost'],
  ],
  ['mielto', 'an item that it must not list', certain, [ownItem], ['wrong']],
] as const)('%s lists %s', (vendor, _, user, found, kinds) => {
  const slugs = new Map([['whoop', { 'open-wearables': 'whoop', junction: 'whoop_v2', mielto: null }]]);
  expect(kindsOf(compareVendorList({ user, vendor, slugs, found }))).toEqual(kinds);
});

test.each([
  [['user', 'scenario'], []],
  [['scenario'], ['lost']],
  [['user'], ['lost']],
  [['user', 'scenario', 'deleted'], ['lost']],
  [['user', 'scenario', 'unknown'], ['wrong']],
])('a workspace lists the users %j: %j', (found, kinds) => {
  const workspace = {
    id: 'ws_1',
    name: 'one',
    keys: { 'open-wearables': '', junction: '', mielto: '' },
    isShared: false,
    isDoubtful: false,
    settlesAt: 0,
    users: new Map([['user', newUser('user')]]),
    untouched: new Set(['scenario']),
    deletedUsers: new Set(['deleted']),
  };
  expect(kindsOf(compareUsers(workspace, found))).toEqual(kinds);
});
