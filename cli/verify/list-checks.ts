import { editionContracts, readContract } from '../../contract/contract.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { chosenSettings } from '../../verify/config/chosen-settings.ts';
import { runSettings } from '../../verify/config/run-settings.ts';
import type { VerifyConfig, VerifyFlags } from '../../verify/config/settings.ts';
import type { CheckDescription } from '../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { planRun } from '../../verify/verify.ts';
import { assertEditionsChosen, chosenVendors, editionOf, withImplied } from './run-options.ts';

/** A table of the chosen checks, one per line; of all checks if none are chosen. */
export function listChecks(flags: VerifyFlags, config: VerifyConfig): string {
  const isChosen = flags.api !== undefined || config.apis !== undefined;
  const names = isChosen ? chosenVendors(flags, config) : vendorNames;
  const { strict: _, ...chosen } = chosenSettings(runSettings, { flags: withImplied(flags, config), config });
  const { checks: _checks, excludeChecks: _excludeChecks, ...unfiltered } = chosen;
  assertEditionsChosen(flags, names);
  const apis = names.map((vendor) => ({ vendor, ...editionOf({ vendor, flags, config }) }));
  const always = new Set(allChecks(apis, { ...unfiltered, strict: false }).map(({ id }) => id));
  const rows = allChecks(apis, chosen).map(({ id, provenance, title }) => [
    id,
    provenance,
    always.has(id) ? title : `${title} (with --strict)`,
  ]);
  return table([['id', 'provenance', 'title'], ...rows]);
}

/** All checks of all APIs: of the contracts of the vendors' pages, then those that only an edition has. */
export function everyCheck(chosen: Partial<VerifyOptions> = {}): readonly CheckDescription[] {
  const ofPages = allChecks(
    vendorNames.map((vendor) => ({ vendor })),
    chosen,
  );
  const ofEditions = editionContracts.flatMap(({ vendor, edition }) =>
    allChecks([{ vendor, edition }], onlyOf(vendor, edition, chosen)),
  );
  const known = new Set(ofPages.map(({ id }) => id));
  return [...ofPages, ...ofEditions.filter(({ id }) => !known.has(id))];
}

/** The choice without operations of other APIs, which a plan of one API would refuse. */
function onlyOf(vendor: Vendor, edition: string, chosen: Partial<VerifyOptions>): Partial<VerifyOptions> {
  if (chosen.operations === undefined || chosen.operations === 'all') return chosen;
  const own = readContract(vendor, edition).operations;
  return { ...chosen, operations: chosen.operations.filter((id) => own.has(id)) };
}

/** All checks of these APIs, or the chosen ones. Sends no requests. */
function allChecks(
  chosenApis: readonly Pick<ApiTarget, 'vendor' | 'edition'>[],
  chosen: Partial<VerifyOptions> = {},
): readonly CheckDescription[] {
  const apis = chosenApis.map((api) => ({ ...api, key: '', users: [] }));
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
