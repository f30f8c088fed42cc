import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { successBody } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { subjectNoun, subjectOf } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';

/** Two users, or two of what the operation reads, have different answers, also if the query names the other. */
export function twoAnswersChecks(context: PlanContext): Check[] {
  const { operation } = context;
  const { rule } = operation;
  const { provenance } = projectRule;
  const name = subjectOf(operation)?.name ?? '';
  const noun = subjectNoun(operation);
  const parts = { group: 'isolation', rule, provenance, needs: ['two users'] } as const;
  const why = `The data of one ${noun} in the answer for another is a data leak.`;
  const bodyOf = async (session: Session, probe: Probe) =>
    successBody(session, await session.askOnce(probe), probe);
  return [
    defineCheck(context, {
      ...parts,
      name: 'two-users',
      title: `Two ${noun}s do not have the same answer`,
      severity: 'failure',
      why,
      fix: `Select by the ${name} in the path, and make it part of every cache key.`,
      run: async (session) => {
        const [first, ...others] = session.options.target.users.map(({ id }) => id);
        const own = await bodyOf(session, { user: first ?? '' });
        const violations: Violation[] = [];
        let checked = 0;
        for (const user of others) {
          const probe = { user };
          const body = await bodyOf(session, probe);
          if (own === undefined || body === undefined) continue;
          checked += 1;
          if (!isDeepStrictEqual(body, own)) continue;
          const [expected, actual] = [`the data of this ${noun}`, `the same answer as for ${first}`];
          violations.push({ at: '', expected, actual, rule, ...projectRule, probe });
        }
        return checked === 0
          ? { inconclusive: `fewer than two ${noun}s can be read` }
          : { checked, violations };
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'user-in-query',
      title: `The ${name} in the path is used, even if the query names another`,
      why,
      fix: `Read the ${name} from the path only.`,
      run: async (session) => {
        const [one = '', other = ''] = session.options.target.users.map(({ id }) => id);
        const probe = { user: one, query: [[name, other] as const] };
        const exchange = await session.askOnce(probe);
        const body = successBody(session, exchange, probe);
        const own = await bodyOf(session, { user: one });
        if (own === undefined) return { inconclusive: `the ${noun} cannot be read` };
        if (isDeepStrictEqual(body, own)) return { checked: 1, violations: [] };
        const isForeign = isDeepStrictEqual(body, await bodyOf(session, { user: other }));
        const expected = `the answer for the ${name} in the path`;
        const actual = `${answerText(session, exchange)}${body === undefined ? '' : ', a different body'}`;
        const fails = isForeign ? { fails: projectRule.fails } : {};
        return { checked: 1, violations: [{ at: '', expected, actual, rule, provenance, ...fails, probe }] };
      },
    }),
  ];
}
