import { existsSync, readdirSync } from 'node:fs';
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
  return [...files, ...noColumn, ...strayContracts()];
}

function strayContracts(): string[] {
  const known = new Set<string>([...vendorNames, 'sandbox']);
  return readdirSync(new URL('spec/', root))
    .flatMap((file) => /^([\w-]+)\.yaml$/.exec(file)?.[1] ?? [])
    .filter((name) => !known.has(name))
    .map((name) => `spec/${name}.yaml belongs to no vendor: spec/vendors.ts has no entry for it. Add one.`);
}
