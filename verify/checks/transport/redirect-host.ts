import type { Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** A host of no server: the domain is reserved. */
const inventedHost = 'no-such-host.invalid';

/** The host of a redirect is not the one that the request names. */
export function redirectHostCheck(context: PlanContext): Check {
  const { rule } = context.operation;
  return defineCheck(context, {
    group: 'transport',
    name: 'redirect-host',
    title: 'No redirect goes to the host that the request names in Host',
    rule,
    provenance: 'decided',
    severity: 'warning',
    intrusive: true,
    why: 'A cache may send the redirect to others, whose clients then send their keys to that host.',
    fix: 'Write the location of a redirect as a path, or with a configured host.',
    run: async (session) => {
      // Without a key, because a proxy may pass the request on to another server.
      const like = { credential: noCredential, headers: { Host: inventedHost }, hostile: true };
      const probes: readonly Probe[] = [like, { ...like, spelling: 'trailing-slash' }];
      const violations: Violation[] = [];
      let checked = 0;
      for (const probe of probes) {
        const { result } = await session.ask(probe);
        if (result.kind === 'broken') continue;
        checked += 1;
        const { location = '' } = result.headers;
        if (!location.toLowerCase().includes(inventedHost)) continue;
        violations.push({
          at: '/headers/location',
          expected: 'a path, or the host of this server',
          actual: session.options.redactor.show(location, ''),
          rule,
          provenance: 'decided',
          probe,
        });
      }
      return checked === 0 ? { inconclusive: 'every answer was incomplete' } : { checked, violations };
    },
  });
}
