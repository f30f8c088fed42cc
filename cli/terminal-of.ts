import { createTerminalReport, type TerminalReport } from '../verify/report/terminal-report.ts';

/** The report on standard output, with colour and progress where a person watches and has not asked to do without. */
export function terminalOf({ verbose = false }: { readonly verbose?: boolean }): TerminalReport {
  const { NO_COLOR, TERM } = process.env;
  const isTty = process.stdout.isTTY === true;
  return createTerminalReport({
    stream: process.stdout,
    isTty,
    color: isTty && (NO_COLOR ?? '') === '' && TERM !== 'dumb',
    // A terminal that does not know its width says 0.
    columns: process.stdout.columns || 80,
    verbose,
  });
}
