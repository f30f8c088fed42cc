import type { Provenance } from '../../contract/openapi-document.ts';
import type { Finding } from '../results/finding.ts';
import { printable } from './printable.ts';

/** A labelled line of a report. */
export type Row = readonly [label: string, text: string];

/** The source of a statement, for readers who do not know the terms of the contracts. */
export const origins: Readonly<Record<Provenance, string>> = {
  page: "the vendor's page",
  public: "the vendor's public material",
  decided: "this project's decision",
};

/** The lines of a finding as printable text. The first label is its severity. */
export function findingRows(finding: Finding): readonly Row[] {
  const { severity, expected, actual, rule, provenance, curl } = finding;
  return [
    [severity, locationText(finding)],
    ['expected', printable(expected)],
    ['got', printable(actual)],
    ['contract', `${printable(rule)} (${origins[provenance]})`],
    ...(curl === null ? [] : [['repeat', commandLine(curl)] as const]),
  ];
}

/** A finding as one printable sentence. */
export function findingSentence(finding: Finding): string {
  return `${locationText(finding)}: expected ${printable(finding.expected)}, got ${printable(finding.actual)}.`;
}

function locationText({ at }: Finding): string {
  return at === '' ? 'the whole response' : printable(at);
}

/** The command on one line, so that it cannot begin a line of the log. The limit is high: a cut command is useless. */
function commandLine(curl: string): string {
  return printable(curl.replaceAll(/\s*\\\n\s*/g, ' '), 10_000);
}
