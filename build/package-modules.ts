import { globSync } from 'node:fs';
import { posix } from 'node:path';

/** The fields of package.json that the build reads. */
export interface PackageManifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | null>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The modules that users import, by `exports`: names without extension, such as `client/junction`. */
export function exportedModules({ exports }: PackageManifest, root: string): string[] {
  return Object.entries(exports).flatMap(([place, target]) => {
    const name = target === null ? null : moduleOf(target);
    if (name === null) return [];
    if (!name.includes('*')) return [name];
    return globSync(`${name}.ts`, { cwd: root })
      .map((file) => file.replaceAll('\\', '/').slice(0, -'.ts'.length))
      .filter((found) => exports[place.replace('*', posix.basename(found))] !== null)
      .sort();
  });
}

/** The modules that users run, by `bin`. */
export function programModules({ bin }: PackageManifest): string[] {
  return Object.values(bin).flatMap((target) => moduleOf(target) ?? []);
}

function moduleOf(target: string): string | null {
  return /^\.\/dist\/(.+)\.js$/.exec(target)?.[1] ?? null;
}
