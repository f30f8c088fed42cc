import { everyCheck } from '../../cli/verify/list-checks.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import { apiTitle } from '../../verify/results/api-title.ts';
import { type CheckDescription, checkGroups } from '../../verify/results/outcome.ts';

/** Each check by group: its rule, the APIs that have it, why it matters, and how to fix a server that fails it. */
export function checksList(): string {
  const checks = everyCheck({ operations: 'all' });
  return checkGroups
    .map((group) => {
      const own = Map.groupBy(
        checks.filter((check) => check.group === group),
        nameOf,
      );
      return [`## ${group}\n`, ...Array.from(own, ([name, alike]) => entry(name, alike))].join('\n');
    })
    .join('\n');
}

/** The part of the id that is the same for each API, `<group>.<name>`. */
function nameOf({ id, vendor, operationId }: CheckDescription): string {
  return id.slice(`${vendor}.${operationId}.`.length);
}

/** The checks of one name. APIs whose texts are the same share their lines. */
function entry(name: string, checks: readonly CheckDescription[]): string {
  const alike = Map.groupBy(checks, ({ title, why, fix, severity }) =>
    JSON.stringify([title, why, fix, severity]),
  );
  const texts = Array.from(alike.values(), (group) => {
    const [first] = group;
    if (first === undefined) return '';
    const apis = namesOf(group);
    const level = first.severity === undefined ? '' : `; always a ${first.severity}`;
    return [
      `${sentence(first.title)} *${apis.join(', ')}${level}*\n`,
      `- Why: ${plain(first.why)}`,
      `- Fix: ${plain(first.fix)}\n`,
    ].join('\n');
  });
  return [`### ${name}\n`, ...texts].join('\n');
}

/** The API of each check with its source. An operation is named if the list of its API is not among the checks. */
function namesOf(checks: readonly CheckDescription[]): readonly string[] {
  const isList = ({ vendor, operationId }: CheckDescription) =>
    operationId === vendorEntry(vendor).list.operationId;
  const listed = new Set(checks.filter(isList).map(({ vendor }) => vendor));
  const named = checks.filter((check) => isList(check) || !listed.has(check.vendor));
  const names = named.map((check) => {
    const api = isList(check) ? apiTitle(check) : `${apiTitle(check)} ${check.operationId}`;
    return `${api} (${check.provenance})`;
  });
  return [...new Set(names)];
}

function sentence(title: string): string {
  return /[.!?]$/.test(title) ? plain(title) : `${plain(title)}.`;
}

/** Text in which Markdown and HTML find nothing to render. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>{}|]/g, (mark) => `\\${mark}`);
}
