import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { exportedModules, type PackageManifest, programModules } from './package-modules.ts';

/** `mock` loads it into Prism's process, by its path. */
const loadedByPath = ['cli/mock-guard'];

/** Optional parts of pg that are not installed: its native driver, and the one for Cloudflare. */
const leftOut = ['pg-native', 'pg-cloudflare'];

/**
 * Bundles the exports and the programs of the package with their dependencies: Node then resolves and reads a dozen
 * files instead of a thousand. Throws if the bundler warns about anything.
 *
 * No code is removed or minified, and there are no source maps: Node ignores maps by default, so stack traces must be
 * readable without them. A comment above each module names its source.
 *
 * @returns the files whose code is in the bundle
 */
export async function bundlePackage(
  manifest: PackageManifest,
  root: string,
  dist: string,
): Promise<readonly string[]> {
  const modules = [...programModules(manifest), ...exportedModules(manifest, root), ...loadedByPath];
  const external = [...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), ...leftOut];
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(modules.map((name) => [name, sourceOf(root, name)])),
    platform: 'node',
    external: [/^node:/, ...external],
    // Tree shaking removes calls such as decodeURIComponent() that are made only because they throw.
    treeshake: false,
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(`Cannot bundle the package: ${message}`);
    },
  });
  try {
    const { output } = await bundle.write({
      dir: dist,
      format: 'esm',
      minify: false,
      entryFileNames: '[name].js',
      // At the same depth as every room, because modules find files relative to themselves, such as `../spec/`.
      chunkFileNames: 'chunks/[name]-[hash].js',
    });
    return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  } finally {
    await bundle.close();
  }
}

function sourceOf(root: string, name: string): string {
  const typescript = join(root, `${name}.ts`);
  return existsSync(typescript) ? typescript : join(root, `${name}.js`);
}
