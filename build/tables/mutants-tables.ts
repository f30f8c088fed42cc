import { mutants, mutantsByGroup } from '../../mutants/catalogue/mutants.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import { type CheckGroup, checkGroups } from '../../verify/results/outcome.ts';
import { code, markdownTable } from './markdown-table.ts';

/** What the mutants of a group break. */
const broken: Readonly<Record<CheckGroup, string>> = {
  authentication: 'who gets access',
  input: 'what is accepted and what is refused',
  meaning: 'times, order, ids, filters, pages, items that a list leaves out',
  isolation: 'what one user or tenant sees of another',
  transport: 'how an answer is transported',
  shape: 'statuses, content types, bodies',
  leaks: 'credentials, keys and internals in an answer',
};

/** How many mutants each group has, and at how many APIs each is tried. */
export function mutantCounts(): string {
  const rows = checkGroups.map((group) => {
    const own = mutantsByGroup[group] ?? [];
    return [code(group), broken[group], String(own.length), String(pairs(own))];
  });
  const all = ['all', '', String(mutants.length), String(pairs(mutants))];
  return markdownTable([['group', 'what is broken', 'mutants', 'mutants × APIs'], ...rows, all]);
}

/** Each mutant: its id, what it breaks, and the check that finds it. */
export function mutantsTable(): string {
  const rows = mutants.map(({ id, title, vendors, caughtBy }) => [
    code(id),
    title,
    vendors.map((vendor) => vendorEntry(vendor).title).join(', '),
    caughtBy.map(code).join(', '),
  ]);
  return markdownTable([['mutant', 'what is broken', 'APIs', 'found by'], ...rows]);
}

function pairs(some: readonly { readonly vendors: readonly unknown[] }[]): number {
  return some.reduce((sum, { vendors }) => sum + vendors.length, 0);
}
