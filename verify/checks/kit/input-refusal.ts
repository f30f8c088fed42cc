import type { DocumentedResponse, Operation, Parameter } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { answerText } from '../../session/answer-text.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** The response that a contract declares for input that is not valid. */
export function inputRefusal({ responses }: Operation): DocumentedResponse | null {
  return responses.get(422) ?? responses.get(400) ?? null;
}

/**
 * What is wrong with the answer to input that is not valid. To take it breaks the parameter; to refuse it in another
 * way than the documented one breaks that response; to fail over it is a fault in any case.
 */
export function refusalViolation(options: {
  readonly session: Session;
  readonly parameter: Parameter;
  readonly refusal: DocumentedResponse;
  readonly probe: Probe;
  readonly exchange: Exchange;
  /** Any status below 500 but success will do; routers tidy paths by a redirect. */
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
      expected: `an entry whose loc begins with ${parameter.in} and ${parameter.name}`,
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
  const expected = anyRefusal ? 'a refusal, a status from 300 to 499' : String(refusal.status);
  if (status >= 200 && status < 300) {
    return { ...found, expected, rule: parameter.rule, provenance: parameter.provenance };
  }
  return { ...found, expected, rule: refusal.rule, provenance: refusal.provenance };
}

/** What the entries of a refusal by FastAPI say is wrong; null if it has no such entries. */
function namedParameters(session: Session, exchange: Exchange): ReadonlySet<string> | null {
  const json = session.json(exchange);
  const detail = json?.ok === true ? valueAt(json.value, '/detail') : undefined;
  if (!Array.isArray(detail)) return null;
  const locs = detail.map((entry) => valueAt(entry, '/loc'));
  if (!locs.every((loc) => Array.isArray(loc))) return null;
  const { showPointer } = session.options.confidentiality;
  return new Set(
    locs.map((loc: unknown[]) =>
      loc
        .slice(0, 2)
        .map((part) => showPointer(String(part)))
        .join(' '),
    ),
  );
}

/** Judges that each of these is refused, in whatever way, and that none makes the target fail. */
export async function refusedEach(options: {
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
