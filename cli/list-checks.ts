import { vendors } from '../spec/vendors.ts';
import type { VerifyConfig } from '../verify/config/verify-config.ts';
import { allChecks } from './all-checks.ts';
import type { VerifyFlags } from './verify-flags.ts';
import { chosenVendors, manner } from './verify-settings.ts';

/** A table of the checks that are chosen, one line each; of all, where nothing is chosen. */
export function listChecks(flags: VerifyFlags, config: VerifyConfig): string {
  const isChosen = flags.api !== undefined || config.apis !== undefined;
  const names = isChosen ? chosenVendors(flags, config) : vendors.map(({ vendor }) => vendor);
  const { checks, excludeChecks } = manner(flags, config);
  const chosen = {
    ...(checks === undefined ? {} : { checks }),
    ...(excludeChecks === undefined ? {} : { excludeChecks }),
  };
  const always = new Set(allChecks(names, { strict: false }).map(({ id }) => id));
  const rows = allChecks(names, chosen).map(({ id, provenance, title }) => [
    id,
    provenance,
    always.has(id) ? title : `${title} (with --strict)`,
  ]);
  return table([['id', 'provenance', 'title'], ...rows]);
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
