import type { Outcome } from '../results/outcome.ts';
import { findingRows, findingSentence, type Row } from './finding-rows.ts';
import { printable } from './printable.ts';
import { counted } from './tally.ts';

/**
 * The lines of an outcome below its title: its findings or its reason; none if it passed. Findings beyond `limit` are
 * only counted.
 */
export function outcomeRows(outcome: Outcome, limit = Number.POSITIVE_INFINITY): readonly Row[] {
  switch (outcome.status) {
    case 'passed':
      return [];
    case 'failed':
    case 'warning':
      return [
        ...outcome.findings.slice(0, limit).flatMap(findingRows),
        ...omitted(outcome.findings.length - limit),
      ];
    case 'inconclusive':
    case 'not-applicable':
    case 'skipped':
      return [['reason', printable(outcome.reason)]];
    case 'error':
      return [['error', printable(outcome.reason)]];
    default:
      return outcome satisfies never;
  }
}

function omitted(count: number): readonly Row[] {
  return count > 0
    ? [['more', `${counted(count, 'other finding')}; --report json=FILE writes all of them`]]
    : [];
}

/** The same as sentences, one per finding. */
export function outcomeSentences(outcome: Outcome): readonly string[] {
  return 'findings' in outcome
    ? outcome.findings.map(findingSentence)
    : outcomeRows(outcome).map(([, text]) => text);
}

/** Wider than every label, so that the texts of all checks are in one column. */
const labelWidth = 'expected'.length + 2;

/** Rows as lines, with the labels in one column. */
export function rowLines(
  rows: readonly Row[],
  paintLabel: (padded: string, label: string) => string = (padded) => padded,
): readonly string[] {
  return rows.map(([label, text]) => paintLabel(label.padEnd(labelWidth), label) + text);
}
