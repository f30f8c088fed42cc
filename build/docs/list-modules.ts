import { writeFileSync } from 'node:fs';

/** A plugin of Vite that writes the paths of the modules in the site's scripts to a file, as a JSON array. */
export function listModules(file: string) {
  return {
    name: 'list-modules',
    apply: (config: { readonly build?: { readonly ssr?: unknown } }) => !config.build?.ssr,
    generateBundle(this: { getModuleIds(): Iterable<string> }) {
      const paths = Array.from(this.getModuleIds(), (id) => id.replace(/\?.*/, ''));
      writeFileSync(file, JSON.stringify([...new Set(paths)].sort()));
    },
  };
}
