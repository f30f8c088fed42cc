import type { Violation } from '../../session/check-result.ts';
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
 * A check that judges every exchange of the run, whoever asked for it. By itself it asks for what can be provoked of
 * each documented response: each user's list, and the refusals of no key, of a wrong one, of an unknown user and of
 * malformed input.
 */
export function observerCheck(
  context: PlanContext,
  {
    provoke = () => Promise.resolve([]),
    ...parts
  }: Parts & {
    readonly observe: NonNullable<Check['observe']>;
    /** What has to be asked for besides, for the rule to show. */
    readonly provoke?: (session: Session) => Promise<readonly Probe[]>;
  },
): Check {
  return defineCheck(context, {
    ...parts,
    run: async (session) => {
      const probes = [...usualProbes(context, session), ...(await provoke(session))];
      for (const probe of probes) await session.recall(probe);
      return session.options.observed(checkId(context, parts.group, parts.name));
    },
  });
}

/** As `observe`, for whole answers alone. */
export function ofAnswers(
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
