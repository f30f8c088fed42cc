import { allowedImports } from './allowed-imports.ts';
import { code, markdownTable } from './tables/markdown-table.ts';

/** Tests may import everything, and the files in the root only configure tools. */
const unruled: readonly string[] = ['test/**', '.'];

/** Which folder may import which. */
export function importsTable(): string {
  const list = (folders: readonly string[] = []) =>
    folders.length === 0 ? '–' : folders.map(code).join(', ');
  return markdownTable([
    ['folder', 'may import', 'types only'],
    ...Object.entries(allowedImports)
      .filter(
        ([folder, { imports, planned }]) =>
          !unruled.includes(folder) && (imports.length > 0 || planned === undefined),
      )
      .map(([folder, { imports, types }]) => [code(folder), list(imports), list(types)]),
  ]);
}
