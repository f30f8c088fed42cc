import { vendorEntry, vendors } from '../spec/vendors.ts';
import { unknownCheck, withoutVendor } from '../verify/plan/select-checks.ts';
import { origins } from '../verify/report/finding-rows.ts';
import type { CheckDescription, CheckGroup } from '../verify/results/outcome.ts';
import { allChecks } from './all-checks.ts';
import { statementAt } from './statement-at.ts';

/** What a check is about, for each API that has it where its id is given without one. Throws where no check has that id. */
export function explainCheck(wanted: string): string {
  const checks = allChecks(vendors.map(({ vendor }) => vendor));
  const found = checks.filter(({ id }) => id === wanted || withoutVendor(id) === wanted);
  if (found.length > 0) return found.map(explanation).join('\n');
  throw unknownCheck(
    wanted,
    checks.map(({ id }) => id),
    3,
  );
}

function explanation(check: CheckDescription): string {
  const { id, vendor, group, title, place, provenance, why, mend } = check;
  const statement = statementAt(place);
  const usual = provenance === 'page' ? 'a breach fails' : milder[group];
  const severity = check.warnsOnly === true ? 'a breach is a warning' : usual;
  const rows = [
    ['Rule', `${title}.`],
    ['API', vendorEntry(vendor).title],
    ['Why', why],
    ['Contract', place],
    ...(statement === null ? [] : [['', `“${statement}”`]]),
    ['Says who', `${origins[provenance]}: ${severity}`],
    ['Mend', mend],
  ];
  const lines = rows.map(([label = '', text = '']) => `  ${label.padEnd(10)}${text}\n`);
  return `${id}\n${lines.join('')}`;
}

const warned = 'a breach is a warning, and fails with --strict';
const givingAway =
  'a breach fails where it gives something away; else it is a warning, and fails with --strict';

/** What a breach comes to where the vendor's page does not state the rule. */
const milder: Readonly<Record<CheckGroup, string>> = {
  authentication: givingAway,
  isolation: givingAway,
  leaks: givingAway,
  input: warned,
  meaning: warned,
  transport: warned,
  shape: warned,
};
