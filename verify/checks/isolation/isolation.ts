import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf, userListings } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import { subjectOf } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext, type PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';
import { exclusiveUserCheck } from './exclusive-user.ts';
import { foreignUserCheck } from './foreign-user.ts';
import { foreignUsersCheck } from './foreign-users.ts';
import { otherUserIdsCheck } from './other-user-ids.ts';
import { requestMixCheck } from './request-mix.ts';
import { twoAnswersChecks } from './two-answers.ts';
import { workspaceChecks } from './workspaces.ts';

const why = "One tenant's data in another tenant's answer is the worst failure of such an API.";

/** No user or tenant gets the data of another. */
export function isolationChecks(context: PlanContext): Check[] {
  const { operation, hasTenants, isShared, rules } = context;
  if (isShared) return [];
  const hasSubject = subjectOf(operation) !== undefined;
  const ofTenants = !hasTenants
    ? []
    : hasSubject
      ? [foreignUserCheck(context), exclusiveUserCheck(context)]
      : foreignUsersCheck(context);
  if (rules === null)
    return [...ofTenants, ...(hasSubject ? [...twoAnswersChecks(context), ...workspaceChecks(context)] : [])];
  const listContext = { ...context, rules };
  return [
    ...ofTenants,
    twoUsersCheck(listContext),
    ...requestMixCheck(listContext),
    ...workspaceChecks(listContext),
    otherUserIdsCheck(listContext),
  ];
}

function twoUsersCheck(context: ListContext): Check {
  const { rules, operation } = context;
  return defineCheck(context, {
    group: 'isolation',
    name: 'two-users',
    title: rules.identityIsGlobal
      ? 'The lists of two users have no item in common'
      : 'Two users do not have the same list',
    rule: operation.rule,
    provenance: projectRule.provenance,
    severity: 'failure',
    why,
    fix: 'Select by the user in the path, and make the user part of every cache key.',
    needs: ['two users'],
    run: async (session) => {
      const listings = (await userListings(session)).filter(({ items }) => items.length > 0);
      const violations: Violation[] = [];
      let checked = 0;
      for (const [index, one] of listings.entries()) {
        for (const other of listings.slice(index + 1)) {
          checked += 1;
          const known = new Set(one.items.map((item) => identityOf(session, item)));
          const common = other.items.filter((item) => known.has(identityOf(session, item))).length;
          const shared = rules.identityIsGlobal ? common > 0 : isDeepStrictEqual(one.items, other.items);
          if (!shared) continue;
          violations.push({
            at: rules.itemsAt,
            expected: `no item from the list of ${one.user}`,
            actual: `${common} shared ${common === 1 ? 'item' : 'items'}`,
            rule: operation.rule,
            ...projectRule,
            probe: other.probe,
          });
        }
      }
      // If a server returns one list to every user, the user without connections shows it too.
      const empty = session.options.target.emptyUser;
      const emptyProbe: Probe = { user: empty ?? '' };
      const ofEmpty = empty === undefined ? null : await fetchListing(session, emptyProbe);
      if (ofEmpty !== null && ofEmpty.items.length > 0) {
        checked += 1;
        violations.push({
          at: rules.itemsAt,
          expected: 'no items for a user without connections',
          actual: `${ofEmpty.items.length} items`,
          rule: operation.rule,
          ...projectRule,
          probe: emptyProbe,
        });
      }
      return checked === 0
        ? { inconclusive: 'fewer than two of these users have items; name two with connections (--user)' }
        : { checked, violations };
    },
  });
}
