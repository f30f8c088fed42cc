import { type Finding, ofAnyItem } from '../results/finding.ts';
import type { CheckDescription } from '../results/outcome.ts';
import { listed } from '../session/body-fault.ts';
import type { Violation } from '../session/check-result.ts';
import type { Session } from '../session/session.ts';
import { isFailure } from './is-failure.ts';

/** Converts violations to findings: one for each thing that is wrong, without secrets, failures first. */
export function findingsOf(options: {
  readonly session: Session;
  readonly check: CheckDescription;
  readonly violations: readonly Violation[];
  readonly strict: boolean;
}): Finding[] {
  const { session, check, violations, strict } = options;
  const { redact, showPointer } = session.options.redactor;
  const similar = Map.groupBy(violations, (violation) => {
    const { at, expected, rule, provenance, thing } = violation;
    return JSON.stringify([
      ofAnyItem(at),
      expected,
      rule,
      provenance,
      thing?.noun,
      isFailure(check, violation, strict),
    ]);
  });
  const findings = [...similar.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { at, expected, rule, provenance, probe } = first;
    return [
      {
        severity: isFailure(check, first, strict) ? 'failure' : 'warning',
        at: showPointer(at),
        expected: redact(expected),
        actual: redact(actualText(group, first)),
        cases: unique(group.map(({ thing, input, actual }) => redact(thing?.name ?? input ?? actual))),
        rule,
        provenance,
        curl: probe === null ? null : session.curl(probe),
      },
    ];
  });
  return findings.sort((a, b) => a.severity.localeCompare(b.severity));
}

/** What similar violations have in common, with the first of the things, values or inputs in which they differ. */
function actualText(group: readonly Violation[], { thing }: Violation): string {
  if (thing !== undefined) {
    const names = unique(group.map((one) => one.thing?.name ?? ''));
    return `${names.length} ${names.length === 1 ? thing.noun : plural(thing.noun)}: ${listed(names)}`;
  }
  const byAnswer = Map.groupBy(group, ({ actual }) => actual);
  const texts = [...byAnswer].map(([actual, alike]) => {
    const inputs = unique(alike.flatMap(({ input }) => input ?? []));
    return inputs.length === 0 ? actual : `${actual} for ${listed(inputs)}`;
  });
  return listed(texts, group.some(({ input }) => input !== undefined) ? '; ' : ', ');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The plural of an English noun, or of the name of a field. */
function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
