import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { secondCredential } from '../../session/credential.ts';
import { fetchListing, hasData } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { unknownUserOf } from '../../session/unknown-user.ts';
import type { Check, Need } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { projectRule } from '../kit/project-rule.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';
import { differentAnswerText, isSameRefusal } from '../kit/same-refusal.ts';

const header = 'X-Workspace-Id';

/** The header that selects a workspace, if the contract has one. */
export function workspaceChecks(context: PlanContext): Check[] {
  const parameter = context.operation.parameters.find(
    ({ name, in: rule }) => rule === 'header' && name === header,
  );
  const { rules } = context;
  if (parameter === undefined || rules?.workspace === null) return [];
  const field = rules?.workspace;
  const { rule, provenance } = parameter;
  const parts = { group: 'isolation', rule, provenance: projectRule.provenance } as const;

  const refused = (
    name: string,
    whose: string,
    needs: readonly Need[],
    workspaceOf: (session: Session) => string,
  ) =>
    defineCheck(context, {
      ...parts,
      name,
      title: `${whose} returns no data of any workspace`,
      why: 'Clients choose this header, so it must not give access to another workspace.',
      fix: `Return 404 if ${header} names a workspace that the key cannot access.`,
      needs: ['user', ...needs],
      run: async (session) => {
        const violations: Violation[] = [];
        const { secondUser } = session.options.target;
        const headers = { [header]: workspaceOf(session) };
        const owner = ownerProbe(session);
        // The other workspace contains its own users, not the users of this one.
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
          const exchange = await session.askOnce(probe);
          const listing = await fetchListing(session, probe);
          const unknown = { ...probe, headers: { [header]: unknownWorkspace(session) } };
          const reference = await session.askOnce(unknown);
          const isRefused = exchange.result.kind === 'answer' && exchange.result.status === 404;
          if (isRefused) {
            // Another check reports an unknown workspace that is not a 404.
            if (reference.result.status !== 404) continue;
            if (await isSameRefusal(session, { probe: unknown, exchange: reference }, { probe, exchange }))
              continue;
          }
          const own = session.options.target.workspace;
          const isForeign =
            probe.user !== undefined ||
            (field !== undefined &&
              listing?.items.some((item) => own !== undefined && item[field] !== own) === true);
          violations.push({
            at: '/status',
            expected: 'the same 404 as for an unknown workspace',
            actual: isRefused
              ? differentAnswerText(session, exchange, reference)
              : answerText(session, exchange),
            rule,
            provenance: projectRule.provenance,
            ...(isForeign && hasData(session, exchange, probe) ? { fails: projectRule.fails } : {}),
            probe,
          });
        }
        return { checked: probes.length, violations };
      },
    });

  return [
    refused('workspace-unknown', `An unknown ${header}`, [], unknownWorkspace),
    refused(
      'workspace-foreign',
      `Another tenant's ${header}`,
      ['secondWorkspace'],
      ({ options }) => options.target.secondWorkspace ?? '',
    ),
    defineCheck(context, {
      ...parts,
      provenance,
      name: 'workspace-own',
      title: `The ${header} of the key's own workspace returns the same list as a request without the header`,
      why: 'Clients that send the header and clients that do not must get the same data.',
      fix: `Use the workspace of the key if ${header} is missing.`,
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

/** A request for the second tenant's user with its own key; for the first tenant's user if that key is not given. */
function ownerProbe(session: Session): Probe {
  const { secondKey, secondUser } = session.options.target;
  if (secondKey === undefined || secondUser === undefined) return {};
  return { user: secondUser, credential: secondCredential(session.options.target) };
}
