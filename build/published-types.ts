import { join, posix, relative } from 'node:path';
import ts from 'typescript';
import { exportedModules, type PackageManifest } from './package-modules.ts';

/**
 * The declarations of what the package exports, by their paths in `dist`. Throws if one of them needs a package that
 * is not installed with this one.
 */
export function publishedTypes(manifest: PackageManifest, root: string): ReadonlyMap<string, string> {
  const modules = exportedModules(manifest, root);
  const declared = declarationsOf(
    modules.map((name) => join(root, `${name}.ts`)),
    root,
  );
  const published = new Map<string, string>();
  // Grows while it is read: what a declaration imports is published too.
  const waiting = modules.map((name) => `${name}.d.ts`);
  for (const file of waiting) {
    if (published.has(file)) continue;
    const text = declared.get(file);
    if (text === undefined) throw new Error(`dist/${file} is not made. Check the imports of its types.`);
    published.set(file, text);
    for (const { fileName: imported } of ts.preProcessFile(text).importedFiles) {
      if (imported.startsWith('.')) {
        waiting.push(posix.join(posix.dirname(file), imported).replace(/\.[jt]s$/, '.d.ts'));
      } else if (manifest.dependencies[packageOf(imported)] === undefined) {
        throw new Error(
          `dist/${file} needs the types of ${imported}, which is not installed with the package. Use a type of our own there.`,
        );
      }
    }
  }
  return published;
}

/** Checks the types of these files, and makes the declarations of all that they import. */
function declarationsOf(files: readonly string[], root: string): ReadonlyMap<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => refuse([diagnostic], root),
  });
  const program = ts.createProgram({
    rootNames: files,
    options: {
      ...config?.options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
      rootDir: root,
      outDir: root,
    },
  });
  const declared = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) =>
    declared.set(relative(root, file).replaceAll('\\', '/'), text),
  );
  refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics], root);
  return declared;
}

function refuse(diagnostics: readonly ts.Diagnostic[], root: string): void {
  if (diagnostics.length === 0) return;
  const host = { getCurrentDirectory: () => root, getCanonicalFileName: String, getNewLine: () => '\n' };
  throw new Error(`The types do not hold:\n${ts.formatDiagnostics(diagnostics, host)}`);
}

/** The package that a name in an import belongs to. The types of Node come from a package as well. */
function packageOf(imported: string): string {
  if (imported.startsWith('node:')) return '@types/node';
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}
