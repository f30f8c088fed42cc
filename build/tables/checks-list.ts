import { everyCheck } from '../../cli/verify/list-checks.ts';
import { editionContracts, readContract } from '../../contract/contract.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { type CheckDescription, checkGroups } from '../../verify/results/outcome.ts';

/** Each check by group: its rule, the APIs that have it, why it matters, and how to fix a server that fails it. */
export function checksList(): string {
  const checks = everyCheck();
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
    const apis = group.map(({ vendor, rule, provenance }) => `${titleOf(vendor, rule)} (${provenance})`);
    const level = first.severity === undefined ? '' : `; always a ${first.severity}`;
    return [
      `${sentence(first.title)} *${apis.join(', ')}${level}*\n`,
      `- Why: ${plain(first.why)}`,
      `- Fix: ${plain(first.fix)}\n`,
    ].join('\n');
  });
  return [`### ${name}\n`, ...texts].join('\n');
}

/** The title of the vendor, or of the edition if only that has the check. */
function titleOf(vendor: Vendor, rule: string): string {
  const listed = editionContracts.find(({ name }) => rule.startsWith(readContract(name).locationOf('')));
  return vendorEntry(vendor, listed?.edition).title;
}

function sentence(title: string): string {
  return /[.!?]$/.test(title) ? plain(title) : `${plain(title)}.`;
}

/** Text in which Markdown and HTML find nothing to render. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>{}|]/g, (mark) => `\\${mark}`);
}
