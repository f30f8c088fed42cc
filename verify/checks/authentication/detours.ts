import type { DocumentedResponse } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { literalCredential, noCredential } from '../../session/credential.ts';
import { givenBody } from '../../session/listing.ts';
import { type Probe, spellings } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** What a careless look-up finds in any object, and what a careless query takes for any key. */
const strangeKeys = ['constructor', '__proto__', 'null', '%', "' OR '1'='1", 'k'.repeat(4_000), 'cl\u00e9'];

/** Ways around the look at the key: words that look-ups stumble over, other spellings of the path, what was shown before. */
export function detourChecks(context: PlanContext, refusal: DocumentedResponse): Check[] {
  const { rule, provenance } = refusal;
  const parts = { group: 'authentication', rule, provenance, intrusive: true, needs: ['user'] } as const;
  const why = 'Whoever has no valid key must see nothing, whatever way is tried.';

  /** Finds fault with each answer that lets in. */
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
      // At another path there may be a page for everybody; only what was asked for gives something away.
      const isLetIn =
        probe.spelling === undefined
          ? status >= 200 && status < 300
          : givenBody(session, exchange, probe) !== undefined;
      if (!isLetIn) continue;
      const actual = answerText(session, exchange);
      const expected = 'no success without a valid key';
      violations.push({ at: '/status', expected, actual, rule, provenance, fails: 'always', probe });
    }
    return { checked, violations };
  };

  return [
    defineCheck(context, {
      ...parts,
      name: 'strange-key',
      title:
        'A request with a key that look-ups stumble over is refused: constructor, null, %, SQL, 4,000 letters',
      why,
      fix: 'Compare hashes of keys with those that were given out; look nothing up in a plain object or in SQL text.',
      run: (session) =>
        refused(
          session,
          strangeKeys.map((key) => ({ credential: literalCredential(vendorEntry(context.vendor), key) })),
        ),
    }),
    defineCheck(context, {
      ...parts,
      name: 'other-path',
      title:
        'Without a key no other spelling of the path is answered: //, /./, a slash or .json at its end, capitals, %61',
      why,
      fix: 'Judge the key for whatever leads to the list, by the route and not by the text of the path.',
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
      title: 'A key counts for its own request, and not for the next one on the same connection',
      why: 'Proxies send the requests of many callers along one connection.',
      fix: 'Keep nothing about the caller at the connection.',
      run: async (session) => {
        const probe = { credential: noCredential };
        const [, second] = await session.askInTurn([{}, probe]);
        return second === undefined
          ? { inconclusive: 'no second request was answered' }
          : refused(session, [probe], async () => second);
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'cookie',
      title: 'A cookie that came with a list does not stand in for the key',
      why: 'A browser sends it along from any page.',
      fix: 'Set no cookies, or let none replace the key.',
      run: async (session) => {
        const { result } = await session.recall({});
        const cookies = result.kind === 'answer' ? (result.headers['set-cookie'] ?? []) : [];
        if (cookies.length === 0) return { checked: 1, violations: [] };
        const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
        session.options.confidentiality.keep([cookie]);
        // It is no key: that a server sends it again is no leak.
        const credential = { headers: { Cookie: cookie }, curl: ['-H "Cookie: $COOKIE"'], secrets: [] };
        return refused(session, [{ credential }]);
      },
    }),
  ];
}
