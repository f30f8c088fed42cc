import type { DocumentedResponse } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { literalCredential, noCredential } from '../../session/credential.ts';
import { successBody } from '../../session/listing.ts';
import { type Probe, spellings } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';

/** Values that a look-up in a plain object finds, or that SQL reads as something other than text. */
const hostileKeys = ['constructor', '__proto__', 'null', '%', "' OR '1'='1", 'k'.repeat(4_000), 'cl\u00e9'];

/** Ways to bypass the key: values that look-ups mishandle, other spellings of the path, an earlier request. */
export function bypassChecks(context: PlanContext, refusal: DocumentedResponse): Check[] {
  const { rule } = refusal;
  const { provenance } = projectRule;
  const parts = {
    group: 'authentication',
    rule,
    provenance,
    severity: 'failure',
    intrusive: true,
    needs: ['user'],
  } as const;
  const why = 'Callers without a valid key must not get data in any way.';

  /** Reports each answer that gives access. */
  const refused = async (
    session: Session,
    probes: readonly Probe[],
    ask: (probe: Probe) => Promise<Exchange> = (probe) => session.ask(probe),
  ): Promise<CheckResult> => {
    const violations: Violation[] = [];
    let checked = 0;
    for (const probe of probes) {
      const exchange = await ask(probe);
      if (exchange.result.kind === 'broken') continue;
      checked += 1;
      const { status } = exchange.result;
      // Another path may have a public page. Only the requested data counts as access.
      const hasAccess =
        probe.spelling === undefined
          ? status >= 200 && status < 300
          : successBody(session, exchange, probe) !== undefined;
      if (!hasAccess) continue;
      const actual = answerText(session, exchange);
      const expected = 'no success without a valid key';
      violations.push({ at: '/status', expected, actual, rule, ...projectRule, probe });
    }
    return { checked, violations };
  };

  return [
    defineCheck(context, {
      ...parts,
      name: 'hostile-key',
      title: 'Keys that look-ups may mishandle are refused: constructor, null, %, SQL, 4,000 letters',
      why,
      fix: 'Compare the hash of the key with the stored hashes; never look a key up in a plain object or in SQL text.',
      run: (session) =>
        refused(
          session,
          hostileKeys.map((key) => ({
            credential: literalCredential(session.entry, key),
            hostile: true,
          })),
        ),
    }),
    defineCheck(context, {
      ...parts,
      name: 'other-path',
      title:
        'The key is required for every spelling of the path: //, /./, a trailing slash, .json, upper case, %61',
      why,
      fix: 'Require the key on the route that serves the list, not on the text of the path.',
      run: (session) =>
        refused(
          session,
          spellings.map((spelling) => ({
            spelling,
            credential: noCredential,
          })),
        ),
    }),
    defineCheck(context, {
      ...parts,
      name: 'same-connection',
      title: 'A key is valid for its own request only, not for the next request on the same connection',
      why: 'Proxies send the requests of many callers over one connection.',
      fix: 'Store nothing about the caller on the connection.',
      run: async (session) => {
        const probe = { credential: noCredential };
        const [, second] = await session.askInSequence([{}, probe]);
        return second === undefined
          ? { inconclusive: 'no second request was answered' }
          : refused(session, [probe], async () => second);
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'cookie',
      title: 'A cookie from an earlier response is not accepted in place of the key',
      why: 'Browsers send cookies with requests from any page.',
      fix: 'Set no cookies, or do not accept them in place of the key.',
      run: async (session) => {
        const { result } = await session.askOnce({});
        const cookies = result.kind === 'answer' ? (result.headers['set-cookie'] ?? []) : [];
        if (cookies.length === 0) return { checked: 1, violations: [] };
        const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
        session.options.redactor.addSecrets([cookie]);
        // A cookie is not a key, so a server that sends it again leaks nothing.
        const credential = { headers: { Cookie: cookie }, curl: ['-H "Cookie: $COOKIE"'], secrets: [] };
        return refused(session, [{ credential }]);
      },
    }),
  ];
}
