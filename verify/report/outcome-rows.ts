import type { Outcome } from '../results/outcome.ts';
import { findingRows, findingSentence, type Row } from './finding-rows.ts';
import { printable } from './printable.ts';
import { counted } from './tally.ts';

/**
 * What an outcome has to say beyond its check's title: its findings, or its reason; nothing where it passed. Beyond
 * `limit`, findings are counted and not told.
 */
export function outcomeRows(outcome: Outcome, limit = Number.POSITIVE_INFINITY): readonly Row[] {
  switch (outcome.status) {
    case 'passed':
      return [];
    case 'failed':
    case 'warning':
      return [
        ...outcome.findings.slice(0, limit).flatMap(findingRows),
        ...untold(outcome.findings.length - limit),
      ];
    case 'inconclusive':
    case 'skipped':
      return [['reason', printable(outcome.reason)]];
    case 'error':
      return [['error', printable(outcome.reason)]];
    default:
      return outcome satisfies never;
  }
}

function untold(count: number): readonly Row[] {
  return count > 0
    ? [['more', `${counted(count, 'other finding')}; a report (--report json=FILE) has all`]]
    : [];
}

/** The same as sentences, one a finding. */
export function outcomeSentences(outcome: Outcome): readonly string[] {
  return 'findings' in outcome
    ? outcome.findings.map(findingSentence)
    : outcomeRows(outcome).map(([, text]) => text);
}

/** Wider than each label, so that those of different checks stand in one column. */
const labelWidth = 'expected'.length + 2;

/** Rows as lines, their labels in one column. */
export function rowLines(
  rows: readonly Row[],
  paintLabel: (padded: string, label: string) => string = (padded) => padded,
): readonly string[] {
  return rows.map(([label, text]) => paintLabel(label.padEnd(labelWidth), label) + text);
}
