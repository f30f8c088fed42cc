import { existsSync, readdirSync } from 'node:fs';
import { contractNames, editionContracts } from '../contract/contract.ts';
import { providerColumns } from '../server/model/provider-columns.ts';
import { vendorNames } from '../spec/vendors.ts';

const root = new URL('../', import.meta.url);

/** The files of each vendor, in addition to its entry in `spec/vendors.ts` and its column of the catalogue. */
const places = [
  ['spec', 'yaml', 'Write its contract'],
  ['server/vendors', 'ts', 'Write its handlers, its errors and its statuses'],
  ['verify/vendors', 'ts', 'Write the rules of its lists'],
] as const;

/** A message for each missing part of a vendor, with what to do; empty if all vendors are complete. */
export function missingPlaces(): string[] {
  const files = vendorNames.flatMap((vendor) =>
    places
      .map(([folder, extension, advice]) => ({ file: `${folder}/${vendor}.${extension}`, advice }))
      .filter(({ file }) => !existsSync(new URL(file, root)))
      .map(({ file, advice }) => `spec/vendors.ts names ${vendor}, but ${file} is missing. ${advice}.`),
  );
  const columns: Readonly<Partial<Record<string, unknown>>> = providerColumns;
  const noColumn = vendorNames
    .filter((vendor) => columns[vendor] === undefined)
    .map(
      (vendor) =>
        `spec/vendors.ts names ${vendor}, but server/model/provider-columns.ts has no column for it. Add the providers that it has.`,
    );
  return [...files, ...noColumn, ...missingOverlays(), ...strayContracts()];
}

function missingOverlays(): string[] {
  return editionContracts
    .map(({ vendor, edition, name }) => ({ vendor, edition, file: `spec/${name}.overlay.yaml` }))
    .filter(({ file }) => !existsSync(new URL(file, root)))
    .map(
      ({ vendor, edition, file }) =>
        `spec/vendors.ts names the edition ${edition} of ${vendor}, but ${file} is missing. Write its differences.`,
    );
}

function strayContracts(): string[] {
  const overlays = editionContracts.map(({ name }) => `${name}.overlay.yaml`);
  const known = new Set([...contractNames.map((name) => `${name}.yaml`), ...overlays]);
  return readdirSync(new URL('spec/', root))
    .filter((file) => file.endsWith('.yaml') && !known.has(file))
    .map((file) =>
      file.endsWith('.overlay.yaml')
        ? `spec/${file} belongs to no edition: spec/vendors.ts has no entry for it. Add one.`
        : `spec/${file} belongs to no vendor: spec/vendors.ts has no entry for it. Add one.`,
    );
}
