import type { ApiTarget } from '../session/api-target.ts';
import { knownUsers, userId } from './known-users.ts';
import { parameterValues } from './parameter-values.ts';
import type { ConfigSetting } from './setting.ts';
import { text } from './value-types.ts';

const workspaceId = text({ max: 512, format: 'header-value' });

/** Facts about the data of one API. Each setting has the name that it has in `ApiTarget`. */
export const targetSettings = {
  keyHeader: {
    flag: '--key-header <name>',
    type: text({ min: 0, max: 256, format: 'header-name' }),
    config: 'apis.*.keyHeader',
    help: 'header in which the server takes the key; in Authorization, after the word Bearer',
    defaultText: 'that of the contract',
  },
  users: {
    flag: '--user <id...>',
    type: knownUsers,
    config: 'apis.*.users',
    help: 'ids of users with connections; most requests are about the first',
  },
  emptyUser: {
    flag: '--empty-user <id>',
    type: userId,
    config: 'apis.*.emptyUser',
    help: 'id of a user that exists and has no connections',
  },
  unknownUser: {
    flag: '--unknown-user <id>',
    type: userId,
    config: 'apis.*.unknownUser',
    help: 'id of a user that does not exist',
    defaultText: 'a generated UUID',
  },
  exclusiveUser: {
    flag: '--exclusive-user <id>',
    type: userId,
    config: 'apis.*.exclusiveUser',
    help: 'id of a user with connections that exists only in this tenant',
  },
  secondUser: {
    flag: '--second-user <id>',
    type: userId,
    config: 'apis.*.secondTenant.user',
    help: 'id of a user that exists only in the second tenant',
  },
  parameters: {
    flag: '--parameter <name=value...>',
    type: parameterValues,
    config: 'apis.*.parameters',
    help: 'values of other path parameters than the user, such as connection_id',
    defaultText: 'read from the answers of other operations',
  },
  workspace: {
    flag: '--workspace <id>',
    type: workspaceId,
    config: 'apis.*.workspace',
    help: 'workspace of the key',
  },
  secondWorkspace: {
    flag: '--second-workspace <id>',
    type: workspaceId,
    config: 'apis.*.secondTenant.workspace',
    help: 'workspace of the second tenant',
  },
} as const satisfies Readonly<Partial<Record<keyof ApiTarget, ConfigSetting>>>;
