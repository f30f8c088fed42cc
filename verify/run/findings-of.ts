import { type Finding, ofAnyItem } from '../results/finding.ts';
import type { Violation } from '../session/check-result.ts';
import type { Session } from '../session/session.ts';

/** Converts violations to findings: groups similar ones, removes secrets, and sorts failures first. */
export function findingsOf(session: Session, violations: readonly Violation[], strict: boolean): Finding[] {
  const { redact, showPointer } = session.options.redactor;
  const similar = Map.groupBy(violations, ({ at, expected, rule, fails }) =>
    JSON.stringify([ofAnyItem(at), expected, rule, fails]),
  );
  const findings = [...similar.values()].flatMap((group): Finding[] => {
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
