import type { Violation } from '../../session/check-result.ts';
import { secondCredential } from '../../session/credential.ts';
import { successBody } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { textsAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';

/** A list of users has no user of another tenant. Empty if the operation does not list users. */
export function foreignUsersCheck(context: PlanContext): Check[] {
  const { operation, usersAt } = context;
  if (usersAt === null) return [];
  const { rule } = operation;
  const largest = operation.parameters.find(({ name }) => name === 'limit')?.schema.maximum;
  const page: Probe = largest === undefined ? {} : { query: [['limit', String(largest)]] };
  const usersOf = async (session: Session, probe: Probe) => {
    const body = successBody(session, await session.askOnce(probe), probe);
    return body === undefined ? null : textsAt(body, usersAt);
  };
  return [
    defineCheck(context, {
      group: 'isolation',
      name: 'foreign-users',
      title: 'A list of users has no user of another tenant',
      rule,
      provenance: projectRule.provenance,
      severity: 'failure',
      why: "One tenant's data in another tenant's answer is the worst failure of such an API.",
      fix: 'Select users by the tenant of the key, also for each page and filter.',
      needs: ['exclusiveUser', 'secondUser', 'secondKey'],
      run: async (session) => {
        const { exclusiveUser = '', secondUser = '' } = session.options.target;
        const credential = secondCredential(session.options.target);
        const sides = [
          { own: secondUser, foreign: exclusiveUser, probes: [{ credential }, { ...page, credential }] },
          { own: exclusiveUser, foreign: secondUser, probes: [{}, page] },
        ];
        const violations: Violation[] = [];
        const shown = new Set<string>();
        for (const { own, foreign, probes } of sides) {
          for (const probe of probes) {
            const users = await usersOf(session, probe);
            if (users === null) return { inconclusive: 'the users of a tenant cannot be read' };
            if (users.includes(own)) shown.add(own);
            if (!users.includes(foreign)) continue;
            const at = usersAt.replace('*', String(users.indexOf(foreign)));
            const [expected, actual] = ['only users of the tenant of the key', 'a user of another tenant'];
            violations.push({ at, expected, actual, rule, ...projectRule, probe });
          }
        }
        // If a tenant does not see its own user, its absence from the other list proves nothing.
        return violations.length === 0 && shown.size < sides.length
          ? {
              inconclusive:
                'the first page of a tenant does not show its own user; name users on the first page (--exclusive-user, --second-user)',
            }
          : { checked: sides.length, violations };
      },
    }),
  ];
}
