import { type EditionChoice, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { apiTitle } from '../results/api-title.ts';
import { causesOf } from '../results/causes-of.ts';
import type { CheckDescription, Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { printable } from './printable.ts';
import { counted } from './tally.ts';
import { causeLines, createPaint, outcomeLines, summaryLines } from './terminal-lines.ts';

export interface TerminalReportOptions {
  readonly stream: { write(text: string): unknown };
  /** Whether the stream is a terminal. With `color` as well, a progress line is shown. */
  readonly isTty: boolean;
  /** If false, no escape codes are written. */
  readonly color: boolean;
  /** The width of the terminal; 80 by default. */
  readonly columns?: number;
  /** Shows all findings, and each check's id, request count and duration. */
  readonly verbose?: boolean;
}

/** Reports a run on a terminal. Call `begin`, then `start` and `outcome` for each check, then `end`. */
export interface TerminalReport {
  begin(run: RunStart): void;
  /** Shows the check that is running. */
  start(check: CheckDescription): void;
  outcome(outcome: Outcome): void;
  end(report: RunReport, options?: { readonly nextSteps?: readonly string[] }): void;
  /** Erases the progress line of an interrupted run. */
  clearProgress(): void;
}

/** What is known about a run before its first request. */
export interface RunStart {
  readonly target: string;
  readonly vendors: readonly Vendor[];
  readonly editions?: EditionChoice;
  readonly planned: number;
  readonly notice?: string;
  /** Operations that are not verified, each with the reason. */
  readonly omitted?: readonly string[];
}

const eraseLine = '\r\u001b[2K';

/** Creates a terminal report. Text from a server is written as visible characters only. */
export function createTerminalReport(options: TerminalReportOptions): TerminalReport {
  const { stream, isTty, color, columns = 80, verbose = false } = options;
  const paint = createPaint(color);
  const hasProgress = isTty && color;
  let planned = 0;
  let done = 0;
  let heading = '';
  const shownCauses = new Set<string>();
  let folded = 0;

  const write = (lines: readonly string[]) => {
    stream.write((hasProgress ? eraseLine : '') + lines.map((line) => `${line}\n`).join(''));
  };
  const progress = (text: string) => {
    if (!hasProgress) return;
    const line = `${Math.min(done + 1, planned)} of ${planned}${text}`;
    // A line that wraps cannot be erased.
    stream.write(eraseLine + paint('dim', [...line].slice(0, columns - 1).join('')));
  };

  return {
    begin(run) {
      planned = run.planned;
      const facts = `${run.vendors.map((vendor) => apiTitle({ vendor, edition: run.editions?.[vendor] })).join(', ')} · ${counted(run.planned, 'check')}`;
      write([
        `Verifying ${paint('bold', printable(run.target))}`,
        paint('dim', facts),
        ...(run.omitted ?? []).map((line) => paint('dim', line)),
        ...(run.notice === undefined ? [] : [paint('yellow', printable(run.notice))]),
      ]);
    },
    start(check) {
      progress(`  ${apiTitle(check)} · ${printable(check.title)}`);
    },
    outcome(outcome) {
      const [cause] = causesOf([outcome]);
      if (cause !== undefined && !shownCauses.has(cause.title)) write(['', ...causeLines(cause, paint)]);
      if (cause !== undefined) shownCauses.add(cause.title);
      done += 1;
      if (outcome.isExplained === true && !verbose) {
        folded += 1;
        return progress('');
      }
      const newHeading = headingOf(outcome.check);
      const lines = outcomeLines(outcome, paint, verbose);
      write(newHeading === heading ? lines : ['', paint('bold', newHeading), ...lines]);
      heading = newHeading;
      progress('');
    },
    end(report, { nextSteps = [] } = {}) {
      const unfold =
        folded === 0
          ? []
          : [
              `--verbose shows ${counted(folded, 'check')} that ${folded === 1 ? 'is' : 'are'} left out here.`,
            ];
      write(['', ...summaryLines(report, [...unfold, ...nextSteps], paint)]);
    },
    clearProgress() {
      write([]);
    },
  };
}

/** The API and the group of a check, with the operation if it is not that of the vendor's reference page. */
function headingOf(check: CheckDescription): string {
  const { vendor, operationId, group } = check;
  const isReference = operationId === vendorEntry(vendor).list.operationId;
  return [apiTitle(check), ...(isReference ? [] : [operationId]), group].join(' · ');
}
