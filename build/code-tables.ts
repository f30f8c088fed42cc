import { importsTable } from './imports-table.ts';
import { checksList } from './tables/checks-list.ts';
import { mutantCounts, mutantsTable } from './tables/mutants-tables.ts';
import {
  limitsTable,
  outcomesTable,
  scenariosTable,
  statusesTable,
  testValuesTable,
  transitionsTable,
} from './tables/sandbox-tables.ts';
import { settingsTables } from './tables/settings-tables.ts';
import { contractsTable, developerTokensTable, endpointsTable, keysTable } from './tables/vendor-tables.ts';

/** What is generated in each guide, by the name in the comments around it. */
const tables: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/sandbox.md': {
    endpoints: endpointsTable,
    keys: keysTable,
    'developer-tokens': developerTokensTable,
    scenarios: scenariosTable,
    transitions: transitionsTable,
    limits: limitsTable,
    statuses: statusesTable,
    contracts: contractsTable,
  },
  'docs/lifecycle.md': { 'test-values': testValuesTable, outcomes: outcomesTable },
  'docs/checks.md': { checks: checksList },
  'docs/mutants.md': { 'mutant-counts': mutantCounts, mutants: mutantsTable },
  'docs/settings.md': { settings: settingsTables },
  'docs/architecture.md': { imports: importsTable },
};

/** The guides that have generated tables. */
export const filesWithTables: readonly string[] = Object.keys(tables);

/** A guide's text in which each generated table is replaced by its present form. Throws if the comments around one are missing. */
export function withTables(file: string, before: string): string {
  return Object.entries(tables[file] ?? {}).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) {
      throw new Error(`${file} has no place for ${name}. Put ${start} and ${end} where it belongs.`);
    }
    return `${text.slice(0, from + start.length)}\n\n${table()}\n${text.slice(to)}`;
  }, before);
}
