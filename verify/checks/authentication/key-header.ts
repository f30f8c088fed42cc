import type { SecurityScheme } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import { headerOf, isToken, keyCredential, keyVariable } from '../../session/credential.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/**
 * Whether the target takes the key in a header of the contract. All other checks use the header that it takes, so that
 * another name is one finding.
 */
export function keyHeaderChecks(context: PlanContext): Check[] {
  const { vendor, entry, operation } = context;
  const [documented] = headerOf(entry, '');
  const schemes = operation.security.filter((scheme) => scheme !== null);
  const scheme = schemes.find((known) => isIn(documented, known)) ?? schemes[0];
  if (scheme === undefined) return [];
  const rule = `${operation.rule.replace(/#.*/, '')}#/components/securitySchemes/${scheme.schemeName}`;
  const provenance = scheme['x-provenance'] ?? 'page';
  return [
    defineCheck(context, {
      group: 'authentication',
      name: 'key-header',
      title: 'The key is accepted in the documented header',
      rule,
      provenance,
      why: 'Clients send the key in this header.',
      fix: 'Read the key from the documented header, even if the server also accepts another one.',
      run: async (session) => {
        const { key, keyHeader } = session.options.target;
        if (keyHeader === undefined && isToken(vendor, key))
          return {
            inconclusive: `needs an API key in ${keyVariable(vendor)} instead of a developer's token`,
          };
        const own = await session.askOnce({});
        const [used] = headerOf(session.entry, '');
        if (own.result.kind === 'broken') return { inconclusive: 'the answer was incomplete' };
        if (isRefusal(own.result.status)) {
          const reason = `the target refuses the key in ${used} (is the key valid? --key-header names another header)`;
          return { inconclusive: reason };
        }
        if (own.result.status !== 200)
          return { inconclusive: `the request with the key was answered ${own.result.status}` };
        if (schemes.some((known) => isIn(used, known))) return { checked: 1, violations: [] };
        const probe = { credential: keyCredential(entry, key, `$${keyVariable(vendor)}`) };
        const exchange = await session.askOnce(probe);
        if (exchange.result.kind === 'answer' && !isRefusal(exchange.result.status))
          return { checked: 1, violations: [] };
        const expected = `${own.result.status}, as for the key in ${used}`;
        const actual = `${answerText(session, exchange)} for the key in ${documented}`;
        return { checked: 1, violations: [{ at: '/status', expected, actual, rule, provenance, probe }] };
      },
    }),
  ];
}

/** Whether a security scheme carries the key in this header. */
function isIn(header: string, scheme: SecurityScheme): boolean {
  const name = scheme.type === 'apiKey' ? scheme.name : 'Authorization';
  return name.toLowerCase() === header.toLowerCase();
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}
