import { checkGroups } from '../../verify/results/outcome.ts';
import type { Catch } from './catch-mutant.ts';

/** What the verifier and Prism report for one mutant of one API. */
export interface CheckedMutant extends Catch {
  /** Whether the Prism validation proxy reported anything. */
  readonly prism: boolean;
}

/** The table of all mutants, the sums by group of the check that catches them, and how many were missed. */
export function mutationTable(rows: readonly CheckedMutant[]): {
  readonly text: string;
  readonly missed: number;
} {
  const lines = rows.map(({ mutant, vendor, by, failed, warned, prism }) => [
    mutant.id,
    vendor,
    by ??
      (failed.length + warned.length > 0
        ? `not caught by its checks, but by ${[...failed, ...warned][0]}`
        : 'SURVIVED'),
    prism ? 'reported' : 'silent',
  ]);
  const head = ['mutant', 'API', 'caught by', 'Prism proxy'];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const drawn = [head, ...lines].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );

  const groups = checkGroups.map((group) => {
    const own = rows.filter(({ mutant }) => mutant.caughtBy[0]?.startsWith(`${group}.`));
    return sum(group, own);
  });
  const missed = rows.filter(({ by }) => by === null).length;
  const sums = [...groups, sum('all', rows)].join('\n');
  return { text: `\n${drawn.join('\n')}\n\n${sums}\n`, missed };
}

function sum(name: string, rows: readonly CheckedMutant[]): string {
  const caught = rows.filter(({ by }) => by !== null).length;
  const reported = rows.filter(({ prism }) => prism).length;
  const share = (part: number) =>
    `${part} of ${rows.length} (${rows.length === 0 ? 0 : Math.floor((100 * part) / rows.length)} %)`;
  return `${name}: verify ${share(caught)}, Prism proxy ${share(reported)}`;
}
