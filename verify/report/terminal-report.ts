import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { CheckDescription, Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { printable } from './printable.ts';
import { counted } from './tally.ts';
import { createPaint, endLines, outcomeLines } from './terminal-lines.ts';

export interface TerminalReportOptions {
  readonly stream: { write(text: string): unknown };
  /** Whether a person watches: where there is colour too, a line tells how far the run is. */
  readonly isTty: boolean;
  /** Without it, not one escape code is written. */
  readonly color: boolean;
  /** How wide the terminal is; 80 by default. */
  readonly columns?: number;
  /** Tells each check's id, requests and time, and every finding. */
  readonly verbose?: boolean;
}

/** A run as it is told to a person, in this order: `begin`, for each check `start` and `outcome`, `end`. */
export interface TerminalReport {
  begin(run: RunBeginning): void;
  /** Shows which check is under way. */
  start(check: CheckDescription): void;
  outcome(outcome: Outcome): void;
  end(report: RunReport, options?: { readonly nextSteps?: readonly string[] }): void;
  /** Takes away what shows the progress of a run that will not end. */
  abandon(): void;
}

/** What is known of a run before its first request. */
export interface RunBeginning {
  readonly target: string;
  readonly vendors: readonly Vendor[];
  readonly planned: number;
  readonly notice?: string;
}

const eraseLine = '\r\u001b[2K';

/** Tells a run to a person. No text of a server reaches the terminal as anything but visible characters. */
export function createTerminalReport(options: TerminalReportOptions): TerminalReport {
  const { stream, isTty, color, columns = 80, verbose = false } = options;
  const paint = createPaint(color);
  const hasProgress = isTty && color;
  let planned = 0;
  let done = 0;
  let heading = '';

  const write = (lines: readonly string[]) => {
    stream.write((hasProgress ? eraseLine : '') + lines.map((line) => `${line}\n`).join(''));
  };
  const progress = (text: string) => {
    if (!hasProgress) return;
    const line = `${Math.min(done + 1, planned)} of ${planned}${text}`;
    // A line that wraps could not be erased.
    stream.write(eraseLine + paint('dim', [...line].slice(0, columns - 1).join('')));
  };

  return {
    begin(run) {
      planned = run.planned;
      const facts = `${run.vendors.map((vendor) => vendorEntry(vendor).title).join(', ')} · ${counted(run.planned, 'check')}`;
      write([
        `Verifying ${paint('bold', printable(run.target))}`,
        paint('dim', facts),
        ...(run.notice === undefined ? [] : [paint('yellow', printable(run.notice))]),
      ]);
    },
    start({ vendor, title }) {
      progress(`  ${vendorEntry(vendor).title} · ${printable(title)}`);
    },
    outcome(outcome) {
      const { vendor, group } = outcome.check;
      const ours = `${vendorEntry(vendor).title} · ${group}`;
      const lines = outcomeLines(outcome, paint, verbose);
      write(ours === heading ? lines : ['', paint('bold', ours), ...lines]);
      heading = ours;
      done += 1;
      progress('');
    },
    end(report, { nextSteps = [] } = {}) {
      write(['', ...endLines(report, nextSteps, paint)]);
    },
    abandon() {
      write([]);
    },
  };
}
