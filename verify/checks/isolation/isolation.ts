import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, hasItems, identityOf, userListings } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { everyFilter, largestQuery } from '../kit/every-parameter.ts';
import { projectRule } from '../kit/project-rule.ts';
import { differentAnswerText, isSameRefusal } from '../kit/same-refusal.ts';
import { exclusiveUserCheck } from './exclusive-user.ts';
import { otherUserIdsCheck } from './other-user-ids.ts';
import { requestMixCheck } from './request-mix.ts';
import { secondCredential, unknownUserRule } from './second-tenant.ts';
import { workspaceChecks } from './workspaces.ts';

const why = "One tenant's data in another tenant's answer is the worst failure of such an API.";

/** No user or tenant gets the data of another. */
export function isolationChecks(context: ListContext): Check[] {
  return [
    ...(context.hasTenants ? [foreignUserCheck(context), exclusiveUserCheck(context)] : []),
    twoUsersCheck(context),
    ...requestMixCheck(context),
    ...workspaceChecks(context),
    otherUserIdsCheck(context),
  ];
}

function foreignUserCheck(context: ListContext): Check {
  const { rule, provenance } = unknownUserRule(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'foreign-user',
    title: "Another tenant's user looks like an unknown user",
    rule,
    provenance,
    why,
    fix: 'Look up users only within the tenant of the key, never by id alone.',
    needs: ['secondUser', 'secondKey'],
    run: async (session) => {
      const { target, unknownUser } = session.options;
      const user = target.secondUser ?? '';
      const credential = secondCredential(context, session);
      const control = await session.askOnce({ user, credential });
      const shown = answerText(session, control);
      // If the owner cannot read the list either, the user may not exist, and a 404 would prove nothing.
      if (control.result.status !== 200) {
        if ((await fetchListing(session, {})) === null)
          return {
            inconclusive: `the lists of both tenants cannot be read; the second tenant's returns ${shown}`,
          };
        const expected = "200 for the second tenant's user, with its own key";
        const found = { at: '/status', expected, actual: shown, ...listResponseRule(context) };
        return { checked: 1, violations: [{ ...found, probe: { user, credential } }] };
      }
      if (((await fetchListing(session, { user, credential }))?.items.length ?? 0) === 0)
        return {
          inconclusive: `with its own key, the second tenant's user returns ${shown}; name one with connections (--second-user)`,
        };
      const unknown = { user: unknownUser };
      const reference = await session.askOnce(unknown);
      const violations: Violation[] = [];
      let checked = 0;
      for (const probe of await requestVariants(context, session, { user, credential })) {
        // Never taken from memory: the server may have cached the answer to the owner.
        const exchange = await session.ask(probe);
        if (exchange.result.kind === 'broken' || reference.result.kind === 'broken') continue;
        checked += 1;
        if (await isSameRefusal(session, { probe: unknown, exchange: reference }, { probe, exchange }))
          continue;
        violations.push({
          at: '/status',
          expected: `the same answer as for an unknown user: ${answerText(session, reference)}`,
          actual: differentAnswerText(session, exchange, reference),
          rule,
          provenance,
          // An answer that only differs reveals that the user exists, and none of its data.
          ...(hasItems(session, exchange, probe) ? { fails: projectRule.fails } : {}),
          probe,
        });
      }
      return checked === 0 ? { inconclusive: 'every answer was incomplete' } : { checked, violations };
    },
  });
}

/** Requests for another tenant's user: plain, with the largest page and each filter, and with the id in upper case. */
async function requestVariants(context: ListContext, session: Session, owner: Probe): Promise<Probe[]> {
  const { user = '' } = owner;
  const query = [...largestQuery(context), ...(await everyFilter(context, session, owner))];
  const isUuid = context.operation.parameters.some(({ schema }) => schema.format === 'uuid');
  return [
    { user },
    ...(query.length > 0 ? [{ user, query }] : []),
    ...(isUuid && user !== user.toUpperCase() ? [{ user: user.toUpperCase() }] : []),
  ];
}

function listResponseRule({ operation }: ListContext) {
  const { rule, provenance } = operation.responses.get(200) ?? operation;
  return { rule, provenance };
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
