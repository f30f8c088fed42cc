import { type Finding, ofAnyItem } from '../results/finding.ts';
import type { Violation } from '../session/check-result.ts';
import type { Session } from '../session/session.ts';

/** Findings as they are told: alike ones together, without secrets, failures first. */
export function findingsOf(session: Session, violations: readonly Violation[], strict: boolean): Finding[] {
  const { redact, showPointer } = session.options.confidentiality;
  const alike = Map.groupBy(violations, ({ at, expected, rule, fails }) =>
    JSON.stringify([ofAnyItem(at), expected, rule, fails]),
  );
  const findings = [...alike.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { at, expected, actual, rule, provenance, probe } = first;
    return [
      {
        severity: isFailure(first, strict) ? 'failure' : 'warning',
        at: showPointer(at),
        expected: redact(expected),
        actual: redact(actual),
        rule,
        provenance,
        count: group.length,
        curl: probe === null ? null : session.curl(probe),
      },
    ];
  });
  return findings.sort((a, b) => a.severity.localeCompare(b.severity));
}

function isFailure({ fails, provenance }: Violation, strict: boolean): boolean {
  if (fails !== undefined) return fails === 'always';
  return strict || provenance === 'page';
}
