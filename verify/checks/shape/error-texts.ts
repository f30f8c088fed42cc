import type { Statement } from '../../../contract/operation.ts';
import type { Violation } from '../../session/check-result.ts';
import { headerOf, literalCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';

/** The text of an error that the vendor has published, and the name of the example that shows it. */
interface StatedText extends Statement {
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

/**
 * The errors for a wrong key and for an unknown user have the texts that the vendor has published, which only strict runs
 * check. Texts that this project made up are not compared. Empty if the contract has no published texts.
 */
export function errorTextsCheck(context: PlanContext): Check[] {
  const texts = statedTexts(context);
  const [first] = texts;
  if (first === undefined) return [];
  return [
    defineCheck(context, {
      group: 'shape',
      name: 'error-texts',
      title: 'An error has the text that its vendor has published',
      rule: first.rule,
      provenance: first.provenance,
      why: 'Some clients show the text to people, or search for it in logs.',
      fix: 'Use the text of the example in the contract.',
      run: async (session) => {
        const violations: Violation[] = [];
        let checked = 0;
        for (const { name, status, text, rule, provenance } of texts) {
          const probe = probeFor(name, context, session);
          if (probe === null) continue;
          const exchange = await session.askOnce(probe);
          const json = session.json(exchange);
          // Other checks report another status or another body.
          const found = json?.ok === true ? valueAt(json.value, '/detail') : undefined;
          if (exchange.result.status !== status || typeof found !== 'string') continue;
          checked += 1;
          if (found === text) continue;
          const { show } = session.options.redactor;
          const [expected, actual] = [`the text ${show(text, '')}`, show(found, '')];
          violations.push({ at: '/detail', expected, actual, rule, provenance, probe });
        }
        if (checked === 0) return { notApplicable: 'no error had a documented status and a text' };
        return { checked, violations };
      },
    }),
  ];
}

function statedTexts({ operation }: PlanContext): readonly StatedText[] {
  return [...operation.responses.values()].flatMap(({ status, rule, content }) =>
    [...content.values()].flatMap(({ examples, publishedExamples }) =>
      [...publishedExamples].flatMap(([name, provenance]) => {
        const text = valueAt(examples.get(name), '/detail');
        return status >= 400 && typeof text === 'string' ? [{ name, status, text, rule, provenance }] : [];
      }),
    ),
  );
}

/** The request that leads to the example; null if this target gets no such request. */
function probeFor(name: string, context: PlanContext, session: Session): Probe | null {
  if (name === 'unknown') return { user: session.options.unknownUser };
  if (name !== 'invalid-key') return null;
  // In another header, or in place of a token, the server may not read the key at all.
  const [used] = headerOf(session.entry, '');
  const { header, otherHeaders } = context.entry.key;
  const isRead = [header, ...otherHeaders].some((known) => known.toLowerCase() === used.toLowerCase());
  return isRead ? { credential: literalCredential(session.entry, 'no-such-key') } : null;
}
