import type { DocumentedResponse, Operation, Parameter } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** The response that a contract declares for invalid input. */
export function inputRefusal({ responses }: Operation): DocumentedResponse | null {
  return responses.get(422) ?? responses.get(400) ?? null;
}

/**
 * What is wrong with the answer to invalid input. If the input is accepted, the rule of the parameter is broken. If it
 * is refused in another way than documented, the rule of that response is broken. A server error always fails.
 */
export function refusalViolation(options: {
  readonly session: Session;
  readonly parameter: Parameter;
  readonly refusal: DocumentedResponse;
  readonly probe: Probe;
  readonly exchange: Exchange;
  /** Accepts any status from 300 to 499, because routers normalise paths by a redirect. */
  readonly anyRefusal?: boolean;
}): Violation | null {
  const { session, parameter, refusal, probe, exchange, anyRefusal = false } = options;
  const { result } = exchange;
  const status = result.status ?? 0;
  if (
    result.kind === 'answer' &&
    (status === refusal.status || (anyRefusal && status >= 300 && status < 500))
  ) {
    const { framework } = vendorEntry(session.options.target.vendor);
    const named = anyRefusal || framework !== 'fastapi' ? null : namedParameters(session, exchange);
    if (named === null || named.has(`${parameter.in} ${parameter.name}`)) return null;
    return {
      at: '/detail',
      expected: `an entry with a loc that begins with ${parameter.in} and ${parameter.name}`,
      actual: [...named].join(', ') || 'no entry',
      rule: refusal.rule,
      provenance: 'public',
      probe,
    };
  }
  const found = { at: '/status', actual: answerText(session, exchange), probe };
  if (result.kind === 'broken' || status >= 500) {
    return {
      ...found,
      expected: String(refusal.status),
      rule: refusal.rule,
      provenance: 'page',
      fails: 'always',
    };
  }
  const expected = anyRefusal ? 'a refusal with a status from 300 to 499' : String(refusal.status);
  if (status >= 200 && status < 300) {
    return { ...found, expected, rule: parameter.rule, provenance: parameter.provenance };
  }
  return { ...found, expected, rule: refusal.rule, provenance: refusal.provenance };
}

/** The parameters that the entries of a FastAPI error name; null if it has no such entries. */
function namedParameters(session: Session, exchange: Exchange): ReadonlySet<string> | null {
  const json = session.json(exchange);
  const detail = json?.ok === true ? valueAt(json.value, '/detail') : undefined;
  if (!Array.isArray(detail)) return null;
  const locs = detail.map((entry) => valueAt(entry, '/loc'));
  if (!locs.every((loc) => Array.isArray(loc))) return null;
  const { showPointer } = session.options.redactor;
  return new Set(
    locs.map((loc: unknown[]) =>
      loc
        .slice(0, 2)
        .map((part) => showPointer(String(part)))
        .join(' '),
    ),
  );
}

/** Checks that each of these requests is refused with a status from 300 to 499. */
export async function checkEachRefused(options: {
  readonly session: Session;
  readonly parameter: Parameter;
  readonly refusal: DocumentedResponse;
  readonly probes: readonly Probe[];
}): Promise<CheckResult> {
  const { probes, ...given } = options;
  const violations: Violation[] = [];
  for (const probe of probes) {
    const exchange = await given.session.ask(probe);
    const violation = refusalViolation({ ...given, probe, exchange, anyRefusal: true });
    if (violation !== null) violations.push(violation);
  }
  return { checked: probes.length, violations };
}
