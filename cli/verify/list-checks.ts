import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { chosenSettings } from '../../verify/config/chosen-settings.ts';
import { runSettings } from '../../verify/config/run-settings.ts';
import type { VerifyConfig, VerifyFlags } from '../../verify/config/settings.ts';
import type { CheckDescription } from '../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { planRun } from '../../verify/verify.ts';
import { chosenVendors } from './run-options.ts';

/** A table of the chosen checks, one per line; of all checks if none are chosen. */
export function listChecks(flags: VerifyFlags, config: VerifyConfig): string {
  const isChosen = flags.api !== undefined || config.apis !== undefined;
  const names = isChosen ? chosenVendors(flags, config) : vendorNames;
  const { strict: _, ...chosen } = chosenSettings(runSettings, { flags, config });
  const { checks: _checks, excludeChecks: _excludeChecks, ...unfiltered } = chosen;
  const always = new Set(allChecks(names, { ...unfiltered, strict: false }).map(({ id }) => id));
  const rows = allChecks(names, chosen).map(({ id, provenance, title }) => [
    id,
    provenance,
    always.has(id) ? title : `${title} (with --strict)`,
  ]);
  return table([['id', 'provenance', 'title'], ...rows]);
}

/** All checks of these APIs, or the chosen ones. Sends no requests. */
export function allChecks(
  vendors: readonly Vendor[],
  chosen: Partial<VerifyOptions> = {},
): readonly CheckDescription[] {
  const apis = vendors.map((vendor) => ({ vendor, key: '', users: [] }));
  return planRun({ strict: true, ...chosen, baseUrl: 'http://127.0.0.1', apis }).checks;
}

function table(rows: readonly (readonly string[])[]): string {
  const [ids, provenances] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      ([id = '', provenance = '', title = '']) =>
        `${id.padEnd(ids ?? 0)}  ${provenance.padEnd(provenances ?? 0)}  ${title}\n`,
    )
    .join('');
}
