import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { FolderRule } from '../../../build/allowed-imports.ts';
import { findCircles } from './find-circles.ts';
import { type Import, readImports, type SourceFiles } from './read-imports.ts';

export interface Repository {
  readonly files: SourceFiles;
  readonly allowed: Readonly<Record<string, FolderRule>>;
  /** Packages for development that the build puts into what is published. */
  readonly bundled: readonly string[];
  readonly manifest: {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
}

/** The sentences that say how a repository breaks each of its rules about imports; empty lists if it keeps them. */
export function importFaults({ files, allowed, bundled, manifest }: Repository) {
  const imports = readImports(files);
  const arrows = imports.flatMap(({ from, target, typesOnly }) =>
    target.kind === 'file' ? [{ from, to: target.path, typesOnly }] : [],
  );
  const between = arrows.map((arrow) => ({
    ...arrow,
    folder: folderOf(arrow.from),
    into: folderOf(arrow.to),
  }));
  const leaving = between.filter(({ folder, into }) => folder !== into);
  const ruleFor = (folder: string) => mostExact(Object.keys(allowed), folder);
  const isAllowed = ({ folder, into, typesOnly }: (typeof leaving)[number]) => {
    const name = ruleFor(folder);
    const rule = name === null ? undefined : allowed[name];
    const targets = [
      ...(rule?.imports ?? []),
      ...(rule?.planned ?? []),
      ...(typesOnly ? (rule?.types ?? []) : []),
    ];
    return (
      targets.some((pattern) => fits(pattern, into)) || (name?.endsWith('/**') === true && fits(name, into))
    );
  };
  const folders = [...new Set([...files.keys()].map(folderOf))];

  return {
    folderWithoutRule: folders
      .filter((folder) => ruleFor(folder) === null)
      .map((folder) => `${folder} has no row. Add it to build/allowed-imports.ts.`),

    importNotAllowed: leaving
      .filter((arrow) => !isAllowed(arrow))
      .map(({ from, to, folder, into, typesOnly }) => {
        const what = typesOnly ? 'types of ' : '';
        return `${from} imports ${what}${to}: ${folder} may not import ${what}${into}. Move what it needs, or change build/allowed-imports.ts.`;
      }),

    unusedPermission: Object.entries(allowed).flatMap(([name, rule]) => {
      const used = leaving.filter(({ folder }) => ruleFor(folder) === name);
      const isUsed = (pattern: string) => used.some(({ into }) => fits(pattern, into));
      const stale = [...rule.imports, ...(rule.types ?? [])].filter((pattern) => !isUsed(pattern));
      const unplanned = (rule.planned ?? []).filter(isUsed);
      const isEmpty = rule.planned === undefined && !folders.some((folder) => ruleFor(folder) === name);
      return [
        ...stale.map(
          (pattern) => `${name} imports nothing of ${pattern}. Remove it from the row, or plan it.`,
        ),
        ...unplanned.map(
          (pattern) => `${name} imports ${pattern}. It is no longer planned: move it to imports.`,
        ),
        ...(isEmpty ? [`${name} is no folder with files. Remove its row.`] : []),
      ];
    }),

    circleOfFolders: findCircles(leaving.map(({ folder, into }) => [folder, into] as const)).map((circle) => {
      const steps = circle.slice(1).map((into, index) => {
        const step = leaving.find((arrow) => arrow.folder === circle[index] && arrow.into === into);
        return `${step?.from} imports ${step?.to}`;
      });
      return `${circle.join(' → ')}: ${steps.join(', ')}. Move one of them.`;
    }),

    circleOfFiles: findCircles(arrows.map(({ from, to }) => [from, to] as const)).map(
      (circle) => `${circle.join(' → ')}. Move what both need into a file of its own.`,
    ),

    importFromOutside: imports.flatMap((entry) => {
      const fault = outsideFault(entry, {
        files,
        manifest,
        bundled,
        tools: allowed[ruleFor(folderOf(entry.from)) ?? '']?.tools,
      });
      return fault === null ? [] : [`${entry.from} ${fault}`];
    }),

    fileTooLong: [...files].flatMap(([name, text]) => {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      const most = name.startsWith('test/') ? 250 : 200;
      const isGenerated = name.startsWith('generated/') || text.startsWith('// Generated, do not edit');
      if (isGenerated || lines <= most) return [];
      return [`${name} has ${lines} lines, more than ${most}. Split it by what it is about.`];
    }),
  };
}

function outsideFault(
  { target, typesOnly }: Import,
  {
    files,
    manifest,
    bundled,
    tools,
  }: Pick<Repository, 'files' | 'manifest' | 'bundled'> & { readonly tools: true | undefined },
): string | null {
  switch (target.kind) {
    case 'unreadable':
      return `imports ${target.expression}, which no test can follow. Write the name as text.`;
    case 'file':
      if (target.path.startsWith('../')) return `imports ${target.path}, outside the repository.`;
      return target.path.endsWith('.ts') && !files.has(target.path)
        ? `imports ${target.path}, which does not exist.`
        : null;
    case 'package': {
      if (isBuiltin(target.name)) {
        return target.name.startsWith('node:') ? null : `imports ${target.name}. Write node:${target.name}.`;
      }
      const [name = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(target.name) ?? [];
      const isIn = (list: Readonly<Record<string, string>> | undefined, of = name) =>
        list?.[of] !== undefined;
      if (isIn(manifest.dependencies) || isIn(manifest.peerDependencies)) return null;
      const types = `@types/${name.replace(/^@(.+)\//, '$1__')}`;
      const isTool = isIn(manifest.devDependencies) || (typesOnly && isIn(manifest.devDependencies, types));
      // Types alone are gone once it is built; whether the published declarations hold is tested with the package.
      if (isTool && (tools === true || typesOnly || bundled.includes(name))) return null;
      return isTool
        ? `imports ${name}, which is installed for development only. Move it to dependencies, or add it to bundledPackages in build/allowed-imports.ts.`
        : `imports ${name}, which package.json does not name. Do: npm install ${name}`;
    }
    default:
      return target satisfies never;
  }
}

function folderOf(file: string): string {
  return posix.dirname(file);
}

/** Whether a folder is one of those that a name in the table stands for. */
function fits(pattern: string, folder: string): boolean {
  if (pattern === '**') return true;
  if (pattern.endsWith('/**')) return `${folder}/`.startsWith(pattern.slice(0, -2));
  if (pattern.endsWith('/*')) return posix.dirname(folder) === pattern.slice(0, -2);
  return pattern === folder;
}

function mostExact(patterns: readonly string[], folder: string): string | null {
  const found = patterns.filter((pattern) => fits(pattern, folder));
  const rank = (pattern: string) => (pattern.endsWith('*') ? 0 : 1_000) + pattern.replace(/\*+$/, '').length;
  return found.toSorted((one, other) => rank(other) - rank(one))[0] ?? null;
}
