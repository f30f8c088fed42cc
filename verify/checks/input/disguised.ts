import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** Ids that some part of a server takes for a known one, and another part does not. */
export function disguisedCheck(
  context: PlanContext,
  parameter: Parameter,
  refusal: DocumentedResponse,
): Check {
  const { rule, provenance } = parameter;
  return defineCheck(context, {
    group: 'input',
    rule,
    provenance,
    name: `${parameter.name}.disguised`,
    title: `A known ${parameter.name} that is encoded twice, or goes on behind a NUL or a line break, is not that user`,
    why: 'Where one part of a server reads an id otherwise than the next, checks of the one are no checks of the other.',
    fix: 'Decode the path once, and compare the whole id.',
    needs: ['user'],
    baseline: 'items',
    intrusive: true,
    run: async (session) => {
      const id = session.primaryUser;
      const first = Buffer.from(id.slice(0, 1)).toString('hex');
      const probes = [`${encodeURIComponent(id)}%00x`, `%25${first}${encodeURIComponent(id.slice(1))}`].map(
        (rawUser) => ({ rawUser, hostile: true }),
      );
      const violations: Violation[] = [];
      for (const probe of [...probes, { user: `${id}\n` }]) {
        const exchange = await session.ask(probe);
        const status = exchange.result.status ?? 0;
        if (exchange.result.kind === 'answer' && status >= 300 && status < 500) continue;
        violations.push({
          at: '/status',
          expected: `${refusal.status}, for it is not the id of the user`,
          actual: answerText(session, exchange),
          rule,
          provenance,
          ...(status >= 500 ? { fails: 'always' as const } : {}),
          probe,
        });
      }
      return { checked: probes.length + 1, violations };
    },
  });
}
