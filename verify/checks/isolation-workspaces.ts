import { answerText } from '../run/answer-text.ts';
import { type Check, judgementOf, type Need, type Violation } from '../run/check.ts';
import { recallListing } from '../run/listing.ts';
import type { Session } from '../run/session.ts';
import { unknownUserOf } from '../run/unknown-user.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { sameListViolation } from './same-list.ts';

const header = 'X-Workspace-Id';

/** The header that chooses a workspace, where the contract has one. */
export function workspaceChecks(context: PlanContext): Check[] {
  const parameter = context.operation.parameters.find(
    ({ name, in: place }) => place === 'header' && name === header,
  );
  const field = context.rules.workspace;
  if (parameter === undefined || field === null) return [];
  const { place, provenance } = parameter;
  const parts = { group: 'isolation', place, provenance } as const;

  const refused = (
    name: string,
    whose: string,
    needs: readonly Need[],
    workspaceOf: (session: Session) => string,
  ) =>
    defineCheck(context, {
      ...parts,
      name,
      title: `${whose} gives nothing of this one's, nor of its own`,
      why: 'A header that a client chooses must open nothing, and one that is ignored shows the wrong workspace.',
      mend: `Answer 404 where ${header} names a workspace that the key cannot see.`,
      needs: ['user', ...needs],
      run: async (session) => {
        const violations: Violation[] = [];
        const { secondUser } = session.options.target;
        // Whoever looks into the other workspace finds its users there, not this one's.
        const users = [
          session.primaryUser,
          ...(name === 'workspace-foreign' && secondUser !== undefined ? [secondUser] : []),
        ];
        for (const user of users) {
          const probe = { user, headers: { [header]: workspaceOf(session) } };
          const exchange = await session.recall(probe);
          const listing = await recallListing(session, probe);
          const status = exchange.result.status ?? 0;
          if (exchange.result.kind === 'answer' && status === 404) continue;
          const own = session.options.target.workspace;
          const isForeign =
            user === secondUser ||
            listing?.items.some((item) => own !== undefined && item[field] !== own) === true;
          violations.push({
            pointer: '/status',
            expected: '404, as for an unknown user',
            actual: answerText(session, exchange),
            place,
            // An empty list gives nothing away; that it has to be a 404 is this project's decision.
            provenance: (listing?.items.length ?? 0) > 0 ? provenance : 'decided',
            ...(isForeign && (listing?.items.length ?? 0) > 0 ? { fails: 'always' as const } : {}),
            probe,
          });
        }
        return { judged: users.length, violations };
      },
    });

  return [
    refused(
      'workspace-unknown',
      `An ${header} that nobody has`,
      [],
      ({ options }) => `ws_${unknownUserOf(options.seed).slice(0, 8)}`,
    ),
    refused(
      'workspace-foreign',
      `Another tenant's ${header}`,
      ['secondWorkspace'],
      ({ options }) => options.target.secondWorkspace ?? '',
    ),
    defineCheck(context, {
      ...parts,
      name: 'workspace-own',
      title: `The key's own ${header} gives the same list as none`,
      why: 'Clients that name their workspace and those that do not see the same.',
      mend: `Take the workspace of the key where no ${header} is given.`,
      needs: ['user', 'workspace'],
      run: async (session) => {
        const probe = { headers: { [header]: session.options.target.workspace ?? '' } };
        const violation = await sameListViolation(session, probe, {}, place, provenance);
        return judgementOf(violation);
      },
    }),
  ];
}
