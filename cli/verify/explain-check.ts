import { allContractNames, readContract } from '../../contract/contract.ts';
import { aliasesOf, unknownCheckError } from '../../verify/plan/select-checks.ts';
import { origins } from '../../verify/report/finding-rows.ts';
import { apiTitle } from '../../verify/results/api-title.ts';
import type { CheckDescription, CheckGroup } from '../../verify/results/outcome.ts';
import { everyCheck } from './list-checks.ts';

/** Describes a check, for each API and operation that has it. Throws an `ExplainedError` if there is no such check. */
export function explainCheck(name: string): string {
  const checks = everyCheck({ operations: 'all' });
  const found = checks.filter(({ id }) => aliasesOf(id).includes(name));
  if (found.length > 0) return found.map(explanation).join('\n');
  throw unknownCheckError(
    name,
    checks.map(({ id }) => id),
    3,
  );
}

function explanation(check: CheckDescription): string {
  const { id, group, title, rule, provenance, why, fix } = check;
  const statement = statementAt(rule);
  const usual = provenance === 'page' ? 'a violation is a failure' : severityByGroup[group];
  const severity =
    check.severity === undefined
      ? (check.severityText ?? usual)
      : `a violation is always a ${check.severity}`;
  const rows = [
    ['Rule', `${title}.`],
    ['API', apiTitle(check)],
    ['Why', why],
    ['Contract', rule],
    ...(statement === null ? [] : [['', `“${statement}”`]]),
    ['Source', `${origins[provenance]}: ${severity}`],
    ...(check.severity === undefined ? [['', otherSources]] : []),
    ['Fix', fix],
  ];
  const lines = rows.map(([label = '', text = '']) => `  ${label.padEnd(10)}${text}\n`);
  return `${id}\n${lines.join('')}`;
}

const otherSources = `A finding about a statement with another source names that source. It is a failure if that is ${origins.page}, otherwise a warning, with --strict a failure.`;

const warns = 'a violation is a warning, with --strict a failure';
const failsIfRevealing =
  'a violation that reveals something is a failure; any other is a warning, with --strict a failure';

/** The severity of a violation if the vendor's page does not state the rule. */
const severityByGroup: Readonly<Record<CheckGroup, string>> = {
  authentication: failsIfRevealing,
  isolation: failsIfRevealing,
  leaks: warns,
  input: warns,
  meaning: warns,
  transport: warns,
  shape: warns,
};

/** The description at a location such as `spec/junction.yaml#/paths`, on one line; null if there is none. */
function statementAt(rule: string): string | null {
  const [file = '', pointer = ''] = rule.split('#');
  const name = allContractNames.find((known) => readContract(known).locationOf('') === file);
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
