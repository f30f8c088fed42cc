import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { identityOf, recallListing, userListings } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { everyFilter, largestQuery } from '../kit/every-parameter.ts';
import { isSameRefusal, otherAnswerText } from '../kit/same-refusal.ts';
import { exclusiveUserCheck } from './exclusive-user.ts';
import { requestMixCheck } from './request-mix.ts';
import { secondCredential, strangerPlace } from './second-tenant.ts';
import { workspaceChecks } from './workspaces.ts';

const why = "One tenant's data in another's hands is the worst that such an API can do.";

/** Nothing of one user or tenant is seen by another. */
export function isolationChecks(context: ListContext): Check[] {
  return [
    foreignUserCheck(context),
    exclusiveUserCheck(context),
    twoUsersCheck(context),
    ...requestMixCheck(context),
    ...workspaceChecks(context),
  ];
}

function foreignUserCheck(context: ListContext): Check {
  const { rule, provenance } = strangerPlace(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'foreign-user',
    title: "Another tenant's user is answered as if there were no such user",
    rule,
    provenance,
    why,
    fix: 'Look users up within the tenant of the key, never by their id alone.',
    needs: ['secondUser', 'secondKey'],
    run: async (session) => {
      const { target, unknownUser } = session.options;
      const user = target.secondUser ?? '';
      const credential = secondCredential(context, session);
      const control = await session.recall({ user, credential });
      const shown = answerText(session, control);
      // Without its owner's list the user may be unknown to everybody, and nothing would be shown.
      if (control.result.status !== 200) {
        if ((await recallListing(session, {})) === null)
          return {
            inconclusive: `both tenants' lists cannot be read, the second one's is answered ${shown}`,
          };
        const expected = "200 for the second tenant's user, with its own key";
        const found = { at: '/status', expected, actual: shown, ...placeOfList(context) };
        return { checked: 1, violations: [{ ...found, probe: { user, credential } }] };
      }
      if (((await recallListing(session, { user, credential }))?.items.length ?? 0) === 0)
        return { inconclusive: `the second tenant's user is answered ${shown} with its own key` };
      const nobody = { user: unknownUser };
      const like = await session.recall(nobody);
      const violations: Violation[] = [];
      let checked = 0;
      for (const probe of await waysToAsk(context, session, { user, credential })) {
        // Asked afresh: the answer may have been remembered from its owner.
        const exchange = await session.ask(probe);
        if (exchange.result.kind === 'broken' || like.result.kind === 'broken') continue;
        checked += 1;
        if (await isSameRefusal(session, { probe: nobody, exchange: like }, { probe, exchange })) continue;
        violations.push({
          at: '/status',
          expected: `the answer for an unknown user, ${answerText(session, like)}`,
          actual: otherAnswerText(session, exchange, like),
          rule,
          provenance,
          fails: 'always',
          probe,
        });
      }
      return checked === 0 ? { inconclusive: 'no answer came whole' } : { checked, violations };
    },
  });
}

/** Another tenant's user, asked for plainly, by the largest page with each filter, and by its id in capitals. */
async function waysToAsk(context: ListContext, session: Session, owner: Probe): Promise<Probe[]> {
  const { user = '' } = owner;
  const query = [...largestQuery(context), ...(await everyFilter(context, session, owner))];
  const isUuid = context.operation.parameters.some(({ schema }) => schema.format === 'uuid');
  return [
    { user },
    ...(query.length > 0 ? [{ user, query }] : []),
    ...(isUuid && user !== user.toUpperCase() ? [{ user: user.toUpperCase() }] : []),
  ];
}

function placeOfList({ operation }: ListContext) {
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
      : 'The lists of two users are not one and the same',
    rule: operation.rule,
    provenance: operation.provenance,
    why,
    fix: 'Select by the user in the path; let no cache answer one user with the list of another.',
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
            expected: `no item of the list of ${one.user}`,
            actual: `${common} of them`,
            rule: operation.rule,
            provenance: operation.provenance,
            fails: 'always',
            probe: other.probe,
          });
        }
      }
      // A third user's list is seen where two ask and one list comes.
      const empty = session.options.target.emptyUser;
      const emptyProbe: Probe = { user: empty ?? '' };
      const ofEmpty = empty === undefined ? null : await recallListing(session, emptyProbe);
      if (ofEmpty !== null && ofEmpty.items.length > 0) {
        checked += 1;
        violations.push({
          at: rules.itemsAt,
          expected: 'no items for a user who has connected nothing',
          actual: `${ofEmpty.items.length} items`,
          rule: operation.rule,
          provenance: operation.provenance,
          fails: 'always',
          probe: emptyProbe,
        });
      }
      return checked === 0 ? { inconclusive: 'not two of these users have items' } : { checked, violations };
    },
  });
}
