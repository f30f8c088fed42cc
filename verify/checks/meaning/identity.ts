import { isUuid } from '../../../contract/formats.ts';
import type { Provenance } from '../../../contract/openapi-document.ts';
import type { Violation } from '../../session/check-result.ts';
import { identityOf, userListings } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';
import { fieldRule, itemCheck, listRule } from './item-check.ts';
import { plainText } from './plain-text.ts';

/** The owner and the workspace of the items, in every list of the run. */
export function ownershipChecks(context: ListContext): Check[] {
  const { owner, workspace } = context.rules;
  return [
    ...(owner === null ? [] : [ownerCheck(context, owner)]),
    ...(workspace === null ? [] : [workspaceCheck(context, workspace)]),
  ];
}

/** Each item appears once. */
export function identityChecks(context: ListContext): Check[] {
  const { identity, identitySource, onePerUser } = context.rules;
  return [
    uniqueCheck(context, {
      name: 'unique-ids',
      title: `Every item of a list has a unique ${identity.join(' and ')}`,
      field: identity[0] ?? '',
      provenance: identitySource,
      keyOf: (session, item) => identityOf(session, item),
    }),
    ...(onePerUser === null
      ? []
      : [
          uniqueCheck(context, {
            name: `one-per-${onePerUser}`,
            title: `A user has at most one connection for each ${onePerUser}`,
            field: onePerUser,
            provenance: 'public',
            keyOf: (_session, item) => JSON.stringify(item[onePerUser] ?? null),
          }),
        ]),
  ];
}

function ownerCheck(context: ListContext, owner: string): Check {
  return itemCheck(context, {
    name: 'owner',
    title: 'Every item belongs to the requested user',
    why: "Another user's data in a list is a data leak.",
    fix: 'Select by the user in the path, in the database query.',
    field: owner,
    ...projectRule,
    check: (item, user, { options: { target } }) => {
      const value = item[owner];
      // Other checks find out which user another spelling of an id means.
      const isUser = (text: string) =>
        isUuid(user) ? text.toLowerCase() === user.toLowerCase() : text === user;
      if (value === undefined || value === null || !target.users.some(({ id }) => isUser(id))) return null;
      return isUser(plainText(value)) ? 'kept' : { at: `/${owner}`, expected: user, value };
    },
  });
}

function workspaceCheck(context: ListContext, field: string): Check {
  return itemCheck(context, {
    name: 'workspace',
    title: "Every item belongs to the key's workspace",
    why: "Another tenant's data in a list is a data leak.",
    fix: 'Select by the workspace of the key, in the database query.',
    field,
    ...projectRule,
    needs: ['user', 'workspace'],
    check: (item, _user, { options }) => {
      const value = item[field];
      if (value === undefined) return null;
      return value === options.target.workspace
        ? 'kept'
        : { at: `/${field}`, expected: String(options.target.workspace), value };
    },
  });
}

function uniqueCheck(
  context: ListContext,
  parts: {
    readonly name: string;
    readonly title: string;
    readonly field: string;
    readonly provenance: Provenance;
    readonly keyOf: (session: Session, item: Item) => string;
  },
): Check {
  const { name, title, field, provenance, keyOf } = parts;
  const rule = name === 'unique-ids' ? listRule(context) : fieldRule(context, field);
  return defineCheck(context, {
    group: 'meaning',
    name,
    title,
    rule,
    provenance,
    why: 'Clients store items by this value, so one of two equal items is lost.',
    fix: 'Find the join or the page that lists a row twice.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { items, probe } of await userListings(session)) {
        const seen = new Map<string, number>();
        for (const [index, item] of items.entries()) {
          checked += 1;
          const key = keyOf(session, item);
          const first = seen.get(key);
          if (first === undefined) {
            seen.set(key, index);
            continue;
          }
          violations.push({
            at: `${context.rules.itemsAt}/${index}/${field}`,
            expected: 'a value that is unique in the list',
            actual: `the value of item ${first}: ${session.options.redactor.show(item[field], `/${field}`)}`,
            rule,
            provenance,
            probe,
          });
        }
      }
      return checked === 0
        ? { inconclusive: 'the lists of these users are empty; name a user with connections (--user)' }
        : { checked, violations };
    },
  });
}
