import { apiTitle } from '../results/api-title.ts';
import { causesOf, type RunCause } from '../results/causes-of.ts';
import type { Outcome } from '../results/outcome.ts';
import type { RunReport } from '../results/run-report.ts';
import { outcomeRows, rowLines } from './outcome-rows.ts';
import { printable } from './printable.ts';
import { counted, statuses, tally } from './tally.ts';

/** GitHub accepts 1 MiB per step. This leaves room for other output of the step. */
const byteLimit = 900_000;

const shownStatuses = [
  'failed',
  'error',
  'warning',
  'inconclusive',
  'not-applicable',
  'skipped',
] as const satisfies readonly Outcome['status'][];

/**
 * The run as Markdown for `GITHUB_STEP_SUMMARY`, smaller than GitHub's limit. It is HTML without empty lines, so that
 * text from a server is never read as Markdown.
 */
export function stepSummary(report: RunReport): string {
  const { outcomes, conclusion, target, requests, milliseconds, seed } = report;
  const head = `<h2>${conclusion.exitCode === 0 ? '✅' : '❌'} connections-contract: ${shown(conclusion.reason)}</h2>
<p><code>${shown(target)}</code>, ${counted(requests, 'request')} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}</p>
${causesOf(outcomes).map(causeSection).join('')}${tallyTable(report)}
`;
  const sections = shownStatuses
    .flatMap((status) =>
      outcomes.filter((outcome) => outcome.status === status && outcome.isExplained !== true),
    )
    .map(section);
  return fitting(head, sections);
}

function causeSection(cause: RunCause): string {
  return `<p><b>${shown(cause.title)}</b> ${shown(cause.advice)} It explains ${counted(cause.explained, 'check')}.</p>
`;
}

function tallyTable(report: RunReport): string {
  const { vendors, outcomes } = report;
  const rows = vendors.map((vendor) => {
    const counts = tally(outcomes.filter(({ check }) => check.vendor === vendor));
    const cells = statuses.map((status) => `<td>${counts[status]}</td>`);
    return `<tr><th>${shown(apiTitle({ vendor, edition: report.editions[vendor] }))}</th>${cells.join('')}</tr>\n`;
  });
  return `<table>
<tr><th></th>${statuses.map((status) => `<th>${status}</th>`).join('')}</tr>
${rows.join('')}</table>`;
}

function section(outcome: Outcome): string {
  const { id, title } = outcome.check;
  const rows = rowLines([['check', id], ...outcomeRows(outcome)]);
  return `<details>
<summary><b>${outcome.status}</b> · ${shown(apiTitle(outcome.check))} · ${shown(title)}</summary>
<pre>${rows.map(escaped).join('\n')}</pre>
</details>
`;
}

/** Untrusted text as one line of HTML. */
function shown(text: string): string {
  return escaped(printable(text));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function fitting(head: string, sections: readonly string[]): string {
  let summary = head;
  let bytes = Buffer.byteLength(head);
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section);
    if (bytes > byteLimit) {
      return `${summary}<p>${counted(sections.length - index, 'more check')}: see the log or a report file.</p>\n`;
    }
    summary += section;
  }
  return summary;
}
