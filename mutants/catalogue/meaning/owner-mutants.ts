import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem } from '../kit/change-answer.ts';
import { answeringFirstUser } from '../kit/first-user.ts';

/** Connections that name another user or workspace than the one that was asked for. */
export const ownerMutants: readonly Mutant[] = [
  {
    id: 'other-users-list',
    title: 'For every user, the list is the one of the first user who was asked for',
    vendors: everyVendor,
    caughtBy: ['meaning.owner', 'isolation.two-users'],
    begin: answeringFirstUser((answer) => answer),
  },
  {
    id: 'foreign-item-last',
    title: 'The last connection of a list is one of another user',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.owner'],
    begin: onItem('last', (item) => ({ ...item, user_id: '00000000-0000-4000-8000-0000000000ff' })),
  },
  {
    id: 'item-of-other-workspace',
    title: 'The last connection belongs to another workspace',
    vendors: ['mielto'],
    caughtBy: ['meaning.workspace'],
    begin: onItem('last', (item) => ({ ...item, workspace_id: 'ws_elsewhere' })),
  },
];
