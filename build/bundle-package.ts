import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { exportedModules, type PackageManifest, programModules } from './package-modules.ts';

/** `mock` loads it into Prism's process, by its path. */
const loadedByPath = ['cli/mock-guard'];

/** Parts of pg that are not installed: its native driver, and what it needs on Cloudflare only. */
const leftOut = ['pg-native', 'pg-cloudflare'];

/**
 * Bundles the exports and the programs of the package with their dependencies: Node then resolves and reads a dozen
 * files instead of a thousand. Fails at anything that the bundler warns of.
 *
 * No code is removed or minified, and there are no source maps: Node ignores maps by default, so a stack trace has to
 * be readable as it is. A comment above each module in a file names its source.
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
    // It takes decodeURIComponent() and the like for calls without effect, and removes those that are there to throw.
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
      // Of the depth of every other room: what a module reads is found from its place, as `../spec/`.
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
