import { userIdOf } from '../../proxy/call.ts';
import type { JsonObject } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, withChangedItems } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';

/** Lists that contain the ids of other users. */
export const otherUserIdsMutants: readonly Mutant[] = [
  otherUserMutant({
    id: 'linked-users-shown',
    title: 'Connections have a field linked_user_ids with another user',
    change: (item, other) => ({ ...item, linked_user_ids: [other] }),
  }),
  otherUserMutant({
    id: 'linked-users-as-keys',
    title: 'Connections have a field shared_with whose keys are the ids of other users',
    change: (item, other) => ({ ...item, shared_with: { [other]: { since: 2024 } } }),
  }),
  {
    ...otherUserMutant({
      id: 'other-user-in-text',
      title: 'A documented text of connections contains the id of another user',
      change: (item, other, text) => ({ ...item, [text]: `shared with ${other}` }),
    }),
    warnsOnly: true,
  },
];

/** A mutant that shows the id of another requested user, encoded ids excluded. */
function otherUserMutant({
  change,
  ...head
}: MutantHead & {
  readonly change: (item: JsonObject, other: string, text: string) => JsonObject;
}): Mutant {
  const begin: Mutant['begin'] = () => {
    const users = new Set<string>();
    return async (call, ask) => {
      const answer = await ask(call);
      const user = userIdOf(call);
      if (itemCount(answer, call) > 0) users.add(user);
      const other = [...users].find((id) => id.toLowerCase() !== user.toLowerCase());
      if (other === undefined) return answer;
      const text = itemField(call.vendor, 'text');
      return withChangedItems(answer, call, (items) => items.map((item) => change(item, other, text)));
    };
  };
  return { ...head, vendors: everyVendor, caughtBy: ['isolation.other-user-ids'], begin };
}
