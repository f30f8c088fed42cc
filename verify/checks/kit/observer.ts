import type { CheckResult, Violation } from '../../session/check-result.ts';
import { noCredential } from '../../session/credential.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Answer, Exchange } from '../../wire/exchange.ts';
import type { Check } from './check.ts';
import { checkId, defineCheck, type PlanContext } from './define-check.ts';
import { malformedInput } from './malformed-input.ts';
import { wrongCredentials } from './wrong-credentials.ts';

type Parts = Omit<Parameters<typeof defineCheck>[1], 'run' | 'observe'>;

/**
 * A check of every exchange of the run, also of those that other checks started. It also sends the usual requests for
 * each documented response: the list of each user, no key, a wrong key, an unknown user and malformed input.
 */
export function observerCheck(
  context: PlanContext,
  {
    extraProbes = () => Promise.resolve([]),
    ifUnseen = { inconclusive: 'no answer had an item to check; name a user with connections (--user)' },
    ...parts
  }: Parts & {
    readonly observe: NonNullable<Check['observe']>;
    /** More requests that the rule needs. */
    readonly extraProbes?: (session: Session) => Promise<readonly Probe[]>;
    /** The result if the rule applied to no exchange. */
    readonly ifUnseen?: CheckResult;
  },
): Check {
  return defineCheck(context, {
    ...parts,
    run: async (session) => {
      const probes = [...usualProbes(context, session), ...(await extraProbes(session))];
      for (const probe of probes) await session.askOnce(probe);
      const seen = session.options.observed(checkId(context, parts.group, parts.name));
      return 'violations' in seen ? seen : ifUnseen;
    },
  });
}

/** Restricts `observe` to complete answers. */
export function completeAnswers(
  check: (answer: Answer, exchange: Exchange, probe: Probe, session: Session) => readonly Violation[] | null,
): NonNullable<Check['observe']> {
  return (exchange, probe, session) =>
    exchange.result.kind === 'answer' ? check(exchange.result, exchange, probe, session) : null;
}

function usualProbes(context: PlanContext, session: Session): Probe[] {
  const { target, unknownUser } = session.options;
  const wrongSecret = wrongCredentials(context).find(({ name }) => name === 'wrong-secret');
  const malformed = malformedInput(context);
  return [
    ...target.users.map(({ id }) => ({ user: id })),
    ...(target.emptyUser === undefined ? [] : [{ user: target.emptyUser }]),
    { user: unknownUser },
    { credential: noCredential },
    ...(wrongSecret === undefined ? [] : [{ credential: wrongSecret.credential(session) }]),
    ...(malformed === null ? [] : [malformed]),
  ];
}
