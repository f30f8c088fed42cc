import { allowedGrowth, shortestLife } from './memory-growth.ts';
import { problemsOf, type SoakResult, shortestRun } from './soak-result.ts';

const shownProblems = 10;

/** The figures of a run as text, and what was lost or wrong. */
export function soakReport(result: SoakResult): string {
  const { database, seconds, seed, counts, disturbances, memory, waits, loggedErrors } = result;
  const problems = problemsOf(result);
  const details = [...counts.lost, ...counts.wrong, ...counts.unexplained];
  const lines = [
    `${database}, ${Math.round(seconds)} s, seed ${seed}`,
    row('requests', `${counts.requests}: ${list(counts.statuses)}`),
    row('faults', list(new Map(Object.entries(disturbances).filter(([, count]) => count > 0)))),
    row('failed', counts.failures.size === 0 ? 'none' : list(counts.failures)),
    row(
      'changes',
      `${counts.acknowledged} acknowledged, ${counts.uncertain} without an answer or with a 5xx`,
    ),
    row('lost', String(counts.lost.length)),
    row('wrong', String(counts.wrong.length)),
    ...memory.map(({ name, seconds, early, late, series, trend }) =>
      row(
        'memory',
        `${name}, ${Math.round(seconds)} s: ${Math.round(early)} → ${Math.round(late)} MB, ${trend === 'unknown' ? 'too short to compare' : trend} (${series.join(' ')})`,
      ),
    ),
    ...waits
      .toSorted((one, other) => one.path.localeCompare(other.path) || one.during.localeCompare(other.during))
      .map(({ path, during, count, longest }) =>
        row('longest wait', `${path}, ${during}: ${longest.toFixed(0)} ms of ${count} requests`),
      ),
    ...details.slice(0, shownProblems).map((text) => `  ${text}`),
    ...(details.length > shownProblems ? [`  and ${details.length - shownProblems} more`] : []),
    ...(problems.length > 0 ? loggedErrors.map((line) => `  logged: ${line}`) : []),
    ...(problems.length === 0 ? ['passed'] : problems.map((problem) => `FAILED: ${problem}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The rules that a run is checked against, as text. */
export const rulesText = [
  'A run fails if an acknowledged change is lost, an answer is wrong, or a request fails without a cause.',
  'Memory grows if the median of the last third of the life of a process is more than',
  `${allowedGrowth.share * 100} % and ${allowedGrowth.megabytes} MB above that of the second third. Only lives of`,
  `${shortestLife / 60} minutes are compared, which takes a run of ${shortestRun / 60} minutes.`,
].join('\n');

function row(name: string, text: string): string {
  return `  ${name.padEnd(14)}${text}`;
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${count} × ${name}`)
    .join(', ');
}
