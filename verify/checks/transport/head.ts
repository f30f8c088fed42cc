import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** HEAD returns the headers of GET, which only strict runs check. */
export function headCheck(context: PlanContext): Check {
  const { rule } = context.operation;
  const isRefused = !context.answersHead;
  return defineCheck(context, {
    group: 'transport',
    name: 'head',
    title: isRefused
      ? 'HEAD returns 405, or the status and type of GET'
      : 'HEAD returns the status and type of GET',
    rule,
    provenance: 'decided',
    why: 'Caches and monitors ask with HEAD, and must get the same result as with GET.',
    fix: 'Answer HEAD as GET without the body, and check the key for both.',
    run: async (session) => {
      const violations: Violation[] = [];
      const users = [{}, { credential: noCredential }, { user: session.options.unknownUser }];
      for (const like of users) {
        const get = await session.askOnce(like);
        const probe = { ...like, method: 'HEAD' } as const;
        const head = await session.ask(probe);
        if (isRefused && head.result.status === 405) continue;
        if (headersOf(get) === headersOf(head)) continue;
        violations.push({
          at: '/status',
          expected: `the status and Content-Type of GET: ${headersOf(get)}`,
          actual: head.result.kind === 'broken' ? answerText(session, head) : headersOf(head),
          rule,
          provenance: 'decided',
          probe,
        });
      }
      return { checked: users.length, violations };
    },
  });

  function headersOf({ result }: Exchange): string {
    if (result.kind === 'broken') return 'no answer';
    return `${result.status} ${result.headers['content-type'] ?? 'without a type'}`;
  }
}
