import { isUuid } from '../../../contract/formats.ts';
import type { Violation } from '../../session/check-result.ts';
import { listingOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { observerCheck } from '../kit/observer.ts';
import { projectRule } from '../kit/project-rule.ts';
import { type LocatedText, textsIn } from '../kit/texts-in.ts';

/** The shortest id that is searched for, if ids are not UUIDs. Shorter ones can be ordinary words. */
const minLength = 6;

/** Names of fields that hold ids of users of this API: one user, and several users. */
const [oneUser, manyUsers] = [/(?:^|_)(?:user|member|owner)_?id$/i, /(?:^|_)(?:user|member|owner)_?ids$/i];

/**
 * No list names other users. A field that the contract documents is at most a warning, because its vendor shows it on
 * purpose. So is a UUID in a field with the name of user ids, because it may not be the id of a user.
 */
export function otherUserIdsCheck(context: ListContext): Check {
  const { rules, operation } = context;
  const { rule } = operation;
  const isDocumented = documentedFields(context);
  return observerCheck(context, {
    group: 'isolation',
    name: 'other-user-ids',
    title: 'No field of a list contains the id of another user',
    rule,
    provenance: projectRule.provenance,
    severityText:
      'the id of a named user in a field that the contract does not document is a failure; in any other field it is always a warning',
    why: 'With the id of another user, a client can request the data of that user.',
    fix: 'Leave the ids of other users out, also those that share an account at a provider.',
    needs: ['user'],
    observe: (exchange, probe, session) => {
      const user = probe.user ?? session.primaryUser;
      const isOwn = probe.credential === undefined && probe.rawUser === undefined;
      const items = isOwn ? (listingOf(session, exchange, probe)?.items ?? []) : [];
      if (items.length === 0 || !knownIds(session).includes(user)) return null;
      const others = knownIds(session).filter((id) => id !== user);
      return items.flatMap((item, index) =>
        Object.entries(item).flatMap(([field, value]): Violation[] => {
          // Another check reports this field.
          if (field === rules.owner) return [];
          const texts = textsAndKeys(value, `/${field}`);
          const named = texts.find(({ text }) => others.some((id) => names(text, id, user)));
          const isListed = manyUsers.test(field) || (oneUser.test(field) && !isDocumented.has(field));
          const likely =
            isListed && isUuid(user) ? texts.find(({ text }) => isOtherUuid(text, user)) : undefined;
          const found = named ?? likely;
          if (found === undefined) return [];
          const isCertain = named !== undefined && !isDocumented.has(field);
          return [
            {
              at: `${rules.itemsAt}/${index}${found.pointer}`,
              expected: 'no id of another user',
              actual:
                named === undefined ? 'a UUID that is not the id of the user' : 'the id of another user',
              rule,
              provenance: projectRule.provenance,
              fails: isCertain ? projectRule.fails : 'never',
              probe,
            },
          ];
        }),
      );
    },
  });
}

/** The ids of the users that the caller has named. */
function knownIds({ options: { target } }: Session): readonly string[] {
  const { users, emptyUser, secondUser, exclusiveUser } = target;
  const others = [emptyUser, secondUser, exclusiveUser].flatMap((id) =>
    id === undefined || id === '' ? [] : [id],
  );
  return [...users.map(({ id }) => id), ...others];
}

/** Every text in a value. A key has the pointer of the field, because its own pointer would show the key. */
function textsAndKeys(value: unknown, pointer: string): readonly Pick<LocatedText, 'text' | 'pointer'>[] {
  return textsIn(value, pointer).map((found) =>
    found.text === '' ? { text: found.key ?? '', pointer } : found,
  );
}

/** Whether a text names this user: a UUID anywhere in it, any other id as the whole text. */
function names(text: string, id: string, own: string): boolean {
  if (isUuid(id))
    return id.toLowerCase() !== own.toLowerCase() && text.toLowerCase().includes(id.toLowerCase());
  return id.length >= minLength && text === id;
}

function isOtherUuid(text: string, own: string): boolean {
  return isUuid(text) && text.toLowerCase() !== own.toLowerCase();
}

/** The fields of an item that the contract documents. */
function documentedFields({ contract, rules }: ListContext): ReadonlySet<string> {
  const schema: unknown = contract.document.components.schemas?.[rules.itemSchema];
  const properties: unknown = Reflect.get(Object(schema), 'properties');
  return new Set(Object.keys(Object(properties)));
}
