import type { Provenance } from '../../contract/openapi-document.ts';
import type { Finding } from '../results/finding.ts';
import { printable } from './printable.ts';

/** A line of a report. */
export type Row = readonly [label: string, text: string];

/** Where a statement comes from, for a reader who does not know the words of the contracts. */
export const origins: Readonly<Record<Provenance, string>> = {
  page: "the vendor's page",
  public: "the vendor's public material",
  decided: "this project's decision",
};

/** All that a finding says, made printable, with its severity as the first label. */
export function findingRows(finding: Finding): readonly Row[] {
  const { severity, expected, actual, rule, provenance, curl } = finding;
  return [
    [severity, whereFound(finding)],
    ['expected', printable(expected)],
    ['got', printable(actual)],
    ['contract', `${printable(rule)} (${origins[provenance]})`],
    ...(curl === null ? [] : [['repeat', command(curl)] as const]),
  ];
}

/** A finding as one printable sentence. */
export function findingSentence(finding: Finding): string {
  return `${whereFound(finding)}: expected ${printable(finding.expected)}, got ${printable(finding.actual)}.`;
}

function whereFound({ at, count }: Finding): string {
  const where = at === '' ? 'the answer as a whole' : printable(at);
  return count > 1 ? `${where}, and ${count - 1} more like it` : where;
}

/** A command is no use when it is cut short, and one that goes on in the next line could begin that as it likes. */
function command(curl: string): string {
  return printable(curl.replaceAll(/\s*\\\n\s*/g, ' '), 10_000);
}
