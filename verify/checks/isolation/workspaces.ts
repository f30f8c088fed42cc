import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { recallListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { unknownUserOf } from '../../session/unknown-user.ts';
import type { Check, Need } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';
import { isSameRefusal, otherAnswerText } from '../kit/same-refusal.ts';
import { secondCredential } from './second-tenant.ts';

const header = 'X-Workspace-Id';

/** The header that chooses a workspace, where the contract has one. */
export function workspaceChecks(context: ListContext): Check[] {
  const parameter = context.operation.parameters.find(
    ({ name, in: rule }) => rule === 'header' && name === header,
  );
  const field = context.rules.workspace;
  if (parameter === undefined || field === null) return [];
  const { rule, provenance } = parameter;
  const parts = { group: 'isolation', rule, provenance } as const;

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
      fix: `Answer 404 where ${header} names a workspace that the key cannot see.`,
      needs: ['user', ...needs],
      run: async (session) => {
        const violations: Violation[] = [];
        const { secondUser } = session.options.target;
        const headers = { [header]: workspaceOf(session) };
        const owner = ownerOf(context, session);
        // Whoever looks into the other workspace finds its users there, not this one's.
        const probes: readonly Probe[] = [
          { headers },
          ...(name === 'workspace-foreign' && secondUser !== undefined
            ? [
                { user: secondUser, headers },
                { user: secondUser, headers, query: await everyFilter(context, session, owner) },
              ]
            : []),
        ];
        for (const probe of probes) {
          const exchange = await session.recall(probe);
          const listing = await recallListing(session, probe);
          const nobodys = { ...probe, headers: { [header]: unknownWorkspace(session) } };
          const like = await session.recall(nobodys);
          const isRefused = exchange.result.kind === 'answer' && exchange.result.status === 404;
          if (isRefused) {
            // Where an unknown one is no 404, that has a check of its own.
            if (like.result.status !== 404) continue;
            if (await isSameRefusal(session, { probe: nobodys, exchange: like }, { probe, exchange }))
              continue;
          }
          const own = session.options.target.workspace;
          const isForeign =
            probe.user !== undefined ||
            listing?.items.some((item) => own !== undefined && item[field] !== own) === true;
          violations.push({
            at: '/status',
            expected: 'the 404 of a workspace that nobody has',
            actual: isRefused ? otherAnswerText(session, exchange, like) : answerText(session, exchange),
            rule,
            // An empty list gives nothing away; that it has to be a 404 is this project's decision.
            provenance: (listing?.items.length ?? 0) > 0 ? provenance : 'decided',
            ...(isForeign && (listing?.items.length ?? 0) > 0 ? { fails: 'always' as const } : {}),
            probe,
          });
        }
        return { checked: probes.length, violations };
      },
    });

  return [
    refused('workspace-unknown', `An ${header} that nobody has`, [], unknownWorkspace),
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
      fix: `Take the workspace of the key where no ${header} is given.`,
      needs: ['user', 'workspace'],
      run: async (session) => {
        const probe = { headers: { [header]: session.options.target.workspace ?? '' } };
        const query = (await everyFilter(context, session)).slice(0, 1);
        const found = [await sameAnswerViolation(session, probe, {}, rule, provenance)];
        if (query.length > 0)
          found.push(await sameAnswerViolation(session, { ...probe, query }, { query }, rule, provenance));
        return { checked: found.length, violations: found.filter((violation) => violation !== null) };
      },
    }),
  ];
}

function unknownWorkspace({ options }: Session): string {
  return `ws_${unknownUserOf(options.seed).slice(0, 8)}`;
}

/** How the second tenant's user is asked for by whoever may; the first tenant's where no key is given for that. */
function ownerOf(context: ListContext, session: Session): Probe {
  const { secondKey, secondUser } = session.options.target;
  if (secondKey === undefined || secondUser === undefined) return {};
  return { user: secondUser, credential: secondCredential(context, session) };
}
