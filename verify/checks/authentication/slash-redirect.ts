import { checkResultOf, type Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** A path with a trailing slash is not redirected before the key is checked. */
export function slashRedirectCheck(context: PlanContext): Check {
  const { rule } = context.operation;
  return defineCheck(context, {
    group: 'authentication',
    name: 'slash-redirect',
    title: 'Without a key, a path with a trailing slash is not redirected',
    rule,
    provenance: 'decided',
    severity: 'warning',
    why: 'The redirect shows callers without a key which paths exist.',
    fix: 'Switch off redirects of trailing slashes, or check the key before the path.',
    run: async (session) => {
      const probe = { spelling: 'trailing-slash', credential: noCredential } as const;
      const { result } = await session.askOnce(probe);
      if (result.kind === 'broken') return { inconclusive: 'the answer was incomplete' };
      if (result.status < 300 || result.status >= 400) return checkResultOf(null);
      const location = session.options.redactor.show(result.headers.location, '');
      const violation: Violation = {
        at: '/status',
        expected: '401 or 404',
        actual: `${result.status} to ${location}`,
        rule,
        provenance: 'decided',
        probe,
      };
      return checkResultOf(violation);
    },
  });
}
