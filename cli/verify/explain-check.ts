import { contractNames, readContract } from '../../contract/contract.ts';
import { vendorEntry, vendorNames } from '../../spec/vendors.ts';
import { isRead } from '../../verify/plan/plan-operations.ts';
import { formsOf, unknownCheck } from '../../verify/plan/select-checks.ts';
import { origins } from '../../verify/report/finding-rows.ts';
import type { CheckDescription, CheckGroup } from '../../verify/results/outcome.ts';
import { allChecks } from './list-checks.ts';

/** What a check is about, for each API and operation that has it if the id names none. Throws if no check has that id. */
export function explainCheck(wanted: string): string {
  const operations = vendorNames.flatMap((vendor) => [...readContract(vendor).operations.values()]);
  const checks = allChecks(vendorNames, { operations: operations.filter(isRead).map(({ id }) => id) });
  const found = checks.filter(({ id }) => formsOf(id).includes(wanted));
  if (found.length > 0) return found.map(explanation).join('\n');
  throw unknownCheck(
    wanted,
    checks.map(({ id }) => id),
    3,
  );
}

function explanation(check: CheckDescription): string {
  const { id, vendor, group, title, rule, provenance, why, fix } = check;
  const statement = statementAt(rule);
  const usual = provenance === 'page' ? 'a breach fails' : milder[group];
  const severity = check.warnsOnly === true ? 'a breach is a warning' : usual;
  const rows = [
    ['Rule', `${title}.`],
    ['API', vendorEntry(vendor).title],
    ['Why', why],
    ['Contract', rule],
    ...(statement === null ? [] : [['', `“${statement}”`]]),
    ['Says who', `${origins[provenance]}: ${severity}`],
    ['Fix', fix],
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

/** What a contract says in words at a place such as `spec/junction.yaml#/paths`, on one line; null where it has none there. */
function statementAt(rule: string): string | null {
  const [file = '', pointer = ''] = rule.split('#');
  const name = contractNames.find((known) => file === `spec/${known}.yaml`);
  if (name === undefined) return null;
  let found: unknown = readContract(name).document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  if (typeof found !== 'object' || found === null || !('description' in found)) return null;
  if (typeof found.description !== 'string') return null;
  return found.description.trim().replaceAll(/\s+/g, ' ');
}
