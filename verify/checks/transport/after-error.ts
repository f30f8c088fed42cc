import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { type Exchange, faultText } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { malformedInput } from '../kit/malformed-input.ts';

/** How many of the requests that caused a server error are repeated. */
const maxServerErrors = 3;

/** A connection can be used after an error, or the error says that it cannot. */
export function afterErrorCheck(context: PlanContext): Check {
  const { rule } = context.operation;
  /** The requests of each run that caused a server error. */
  const crashed = new WeakMap<Session, Probe[]>();
  return defineCheck(context, {
    group: 'transport',
    name: 'after-error',
    title: 'After an error, the connection answers the next request, or the error says that it is closed',
    rule,
    provenance: 'decided',
    severity: 'warning',
    why: 'Clients and proxies reuse connections, so the next request fails although nothing is wrong with it.',
    fix: 'Keep the connection open, or send Connection: close with the error.',
    needs: ['user'],
    intrusive: true,
    // A closed connection is another fault than the error before it.
    holdsForEveryResponse: true,
    observe: ({ result }, probe, session) => {
      const known = crashed.get(session) ?? [];
      crashed.set(session, known);
      if (result.kind === 'answer' && result.status >= 500 && known.length < maxServerErrors)
        known.push(probe);
      return null;
    },
    run: async (session) => {
      const malformed = malformedInput(context);
      const errors = [
        { credential: noCredential },
        { user: session.options.unknownUser },
        ...(malformed === null ? [] : [malformed]),
        ...(crashed.get(session) ?? []),
      ];
      const [, control] = await session.askInSequence([{}, {}]);
      // This server closes each connection, so it gets no other request.
      if (control?.reused !== true) return { checked: 1, violations: [] };
      const violations: Violation[] = [];
      let checked = 0;
      for (const probe of errors) {
        const [error, next] = await session.askInSequence([probe, {}]);
        if (error?.result.kind !== 'answer' || error.result.status < 400 || next === undefined) continue;
        checked += 1;
        if (saysClosed(error) || (next.reused && next.result.kind === 'answer')) continue;
        violations.push({
          at: '',
          expected: 'an answer to the next request on the connection, or Connection: close',
          actual: `${answerText(session, error)}, and then ${
            next.reused && next.result.kind === 'broken'
              ? faultText(next.result.fault)
              : 'a closed connection'
          }`,
          rule,
          provenance: 'decided',
          probe,
        });
      }
      return checked === 0 ? { inconclusive: 'no error was answered completely' } : { checked, violations };
    },
  });
}

function saysClosed({ result }: Exchange): boolean {
  return result.kind === 'answer' && /\bclose\b/i.test(result.headers.connection ?? '');
}
