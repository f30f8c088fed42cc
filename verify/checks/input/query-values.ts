import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Session } from '../../session/session.ts';
import { refusalViolation } from '../kit/input-refusal.ts';

/** Sends an invalid value of a query parameter, and returns what is wrong with the answer. */
export function violationOfValue(
  parameter: Parameter,
  refusal: DocumentedResponse,
): (session: Session) => (value: string) => Promise<Violation | null> {
  return (session) => async (value) => {
    const probe = { query: [[parameter.name, value]] as const };
    return refusalViolation({ session, parameter, refusal, probe, exchange: await session.ask(probe) });
  };
}

/** Checks that each of these values of a query parameter is accepted. */
export async function checkEachAccepted(
  session: Session,
  { name, rule, provenance }: Parameter,
  values: readonly string[],
): Promise<CheckResult> {
  const violations: Violation[] = [];
  for (const value of values) {
    const probe = { query: [[name, value]] as const };
    const exchange = await session.askOnce(probe);
    if (exchange.result.status === 200) continue;
    const [expected, actual] = [`200 for ${name}=${value}`, answerText(session, exchange)];
    violations.push({ at: '/status', expected, actual, rule, provenance, probe });
  }
  return { checked: values.length, violations };
}
