import { type Html, html } from '../../server/pages/html.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { outcomeRows, rowLines } from './outcome-rows.ts';
import { printable } from './printable.ts';
import { counted, statuses, tally } from './tally.ts';

/** GitHub takes 1 MiB a step; what else a step writes has to fit too. */
const byteLimit = 900_000;

const told = [
  'failed',
  'error',
  'warning',
  'inconclusive',
  'skipped',
] as const satisfies readonly Outcome['status'][];

/**
 * The run as Markdown for `GITHUB_STEP_SUMMARY`, smaller than GitHub's limit. All of it is HTML without an empty line
 * outside of `<pre>`, in which neither Markdown nor markup of a server means anything.
 */
export function stepSummary(report: RunReport): string {
  const { outcomes, conclusion, target, requests, milliseconds, seed } = report;
  const head = html`<h2>${conclusion.exitCode === 0 ? '✅' : '❌'} connections-contract: ${printable(conclusion.reason)}</h2>
<p><code>${printable(target)}</code>, ${counted(requests, 'request')} in ${(milliseconds / 1000).toFixed(1)} s, seed ${String(seed)}</p>
${tallyTable(report)}
`;
  const sections = told
    .flatMap((status) => outcomes.filter((outcome) => outcome.status === status))
    .map(section);
  return fitting(head.text, sections);
}

function tallyTable({ vendors, outcomes }: RunReport): Html {
  const rows = vendors.map((vendor) => {
    const counts = tally(outcomes.filter(({ check }) => check.vendor === vendor));
    return html`<tr><th>${vendorEntry(vendor).title}</th>${statuses.map((status) => html`<td>${String(counts[status])}</td>`)}</tr>
`;
  });
  return html`<table>
<tr><th></th>${statuses.map((status) => html`<th>${status}</th>`)}</tr>
${rows}</table>`;
}

function section(outcome: Outcome): string {
  const { id, title, vendor } = outcome.check;
  return html`<details>
<summary><b>${outcome.status}</b> · ${vendorEntry(vendor).title} · ${printable(title)}</summary>
<pre>${rowLines([['check', id], ...outcomeRows(outcome)]).join('\n')}</pre>
</details>
`.text;
}

function fitting(head: string, sections: readonly string[]): string {
  let summary = head;
  let bytes = Buffer.byteLength(head);
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section);
    if (bytes > byteLimit) {
      return `${summary}<p>${counted(sections.length - index, 'more check')}: see the log, or a report of the whole run.</p>\n`;
    }
    summary += section;
  }
  return summary;
}
