import { globSync } from 'node:fs';
import { posix } from 'node:path';

/** The fields of package.json that the build reads. */
export interface PackageManifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | null>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** A module that users can import. */
export interface PackageEntry {
  /** Its key in `exports`, such as `./client/junction`. */
  readonly place: string;
  /** Its path from the root without extension. */
  readonly module: string;
}

/** The modules that users can import, by `exports`. */
export function packageEntries({ exports }: PackageManifest, root: string): PackageEntry[] {
  return Object.entries(exports).flatMap(([place, target]) => {
    const module = target === null ? null : moduleOf(target);
    if (module === null) return [];
    if (!module.includes('*')) return [{ place, module }];
    return globSync(`${module}.ts`, { cwd: root })
      .map((file) => file.replaceAll('\\', '/').slice(0, -'.ts'.length))
      .map((found) => ({ place: place.replace('*', posix.basename(found)), module: found }))
      .filter((entry) => exports[entry.place] !== null)
      .sort((one, other) => (one.module < other.module ? -1 : 1));
  });
}

/** The paths of these modules. */
export function exportedModules(manifest: PackageManifest, root: string): string[] {
  return packageEntries(manifest, root).map(({ module }) => module);
}

/** The modules that users run, by `bin`. */
export function programModules({ bin }: PackageManifest): string[] {
  return Object.values(bin).flatMap((target) => moduleOf(target) ?? []);
}

function moduleOf(target: string): string | null {
  return /^\.\/dist\/(.+)\.js$/.exec(target)?.[1] ?? null;
}
