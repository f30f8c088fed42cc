import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { subjectNoun } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** Ids that one part of a server may read as a known id, and another part may not. */
export function ambiguousIdCheck(
  context: PlanContext,
  parameter: Parameter,
  refusal: DocumentedResponse,
): Check {
  const { rule, provenance } = parameter;
  return defineCheck(context, {
    group: 'input',
    rule,
    provenance,
    name: `${parameter.name}.ambiguous`,
    title: `A known ${parameter.name} that is encoded twice, or followed by NUL or a line break, is not accepted`,
    why: 'If two parts of a server read an id differently, the access check of one does not protect the other.',
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
      for (const probe of [...probes, { user: `${id}\n`, hostile: true }]) {
        const exchange = await session.ask(probe);
        const status = exchange.result.status ?? 0;
        if (exchange.result.kind === 'answer' && status >= 300 && status < 500) continue;
        violations.push({
          at: '/status',
          expected: `${refusal.status}, because it is not the id of the ${subjectNoun(context.operation)}`,
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
