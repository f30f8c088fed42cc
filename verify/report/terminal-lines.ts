import { styleText } from 'node:util';
import type { RunCause } from '../results/causes-of.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { causeRows } from './cause-rows.ts';
import type { Row } from './finding-rows.ts';
import { outcomeRows, rowLines } from './outcome-rows.ts';
import { printable } from './printable.ts';
import { counted, countedStatus, statuses, tally } from './tally.ts';

type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';
/** Applies a style to text, or returns it unchanged. */
export type Paint = (style: Style, text: string) => string;

/** A `Paint` that depends only on `color`, not on the environment or the stream. */
export function createPaint(color: boolean): Paint {
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}

const looks = {
  passed: { symbol: '✓', style: 'green' },
  failed: { symbol: '✗', style: 'red' },
  warning: { symbol: '!', style: 'yellow' },
  inconclusive: { symbol: '?', style: 'cyan' },
  'not-applicable': { symbol: '–', style: 'dim' },
  skipped: { symbol: '–', style: 'dim' },
  error: { symbol: '✗', style: 'red' },
} as const satisfies Record<Outcome['status'], { symbol: string; style: Style }>;

const labelStyles: Readonly<Record<string, Style>> = { failure: 'red', error: 'red', warning: 'yellow' };

/** Findings shown per check without `--verbose`. */
const maxFindings = 3;

/** The lines of one check: its title, and its details below. */
export function outcomeLines(outcome: Outcome, paint: Paint, verbose: boolean): readonly string[] {
  const { check, status, requests, milliseconds } = outcome;
  const { symbol, style } = looks[status];
  const title = printable(check.title);
  if ((status === 'skipped' || status === 'not-applicable') && !verbose) {
    const words = `${status.replace('-', ' ')}: ${printable(outcome.reason)}`;
    return [paint('dim', `  ${symbol} ${title} (${words})`)];
  }
  const isQuiet = status === 'passed';
  const facts = verbose ? ` · ${counted(requests, 'request')} · ${Math.round(milliseconds)} ms` : '';
  const rows: readonly Row[] = [
    ...(isQuiet && !verbose ? [] : [['check', check.id + facts] as const]),
    ...outcomeRows(outcome, verbose ? undefined : maxFindings),
  ];
  return [
    `  ${paint(style, symbol)} ${isQuiet ? title : paint('bold', title)}`,
    ...rowLines(rows, (padded, label) => paint(labelStyles[label] ?? 'dim', padded)).map(
      (line) => `    ${line}`,
    ),
  ];
}

/** The lines of one cause for everything. */
export function causeLines(cause: RunCause, paint: Paint): readonly string[] {
  const { symbol, style } = looks[cause.kind === 'no-items' ? 'inconclusive' : 'failed'];
  return [
    `${paint(style, symbol)} ${paint('bold', printable(cause.title))}`,
    ...rowLines(causeRows(cause), (padded) => paint('dim', padded)).map((line) => `    ${line}`),
  ];
}

/** The counts of a run, its conclusion and the next steps. */
export function summaryLines(
  report: RunReport,
  nextSteps: readonly string[],
  paint: Paint,
): readonly string[] {
  const { outcomes, requests, milliseconds, seed, conclusion } = report;
  const counts = tally(outcomes);
  const parts = statuses
    .filter((status) => counts[status] > 0 || status === 'passed' || status === 'failed')
    .map((status) => {
      const words = countedStatus(status, counts[status]);
      return counts[status] > 0 ? paint(looks[status].style, words) : words;
    });
  const { symbol, style } = looks[conclusion.exitCode === 0 ? 'passed' : 'failed'];
  const shown = outcomes.filter(({ isExplained }) => isExplained !== true);
  const worst =
    shown.find(({ status }) => status === 'failed') ?? shown.find(({ status }) => status === 'warning');
  const explain =
    worst === undefined
      ? []
      : [`--explain ${worst.check.id} shows the rule, why it matters and how to fix it.`];
  return [
    parts.join(', '),
    `${counted(requests, 'request')} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}`,
    paint(style, `${symbol} ${printable(conclusion.reason)}`),
    ...[...explain, ...nextSteps].map((step) => `→ ${printable(step)}`),
  ];
}
