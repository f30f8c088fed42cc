import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { FolderRule } from '../../../build/allowed-imports.ts';
import { findCycles } from './find-cycles.ts';
import { type Import, readImports, type SourceFiles } from './read-imports.ts';

export interface Repository {
  readonly files: SourceFiles;
  readonly allowed: Readonly<Record<string, FolderRule>>;
  /** Development packages that the build bundles into the published package. */
  readonly bundled: readonly string[];
  readonly manifest: {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
}

/** Returns the faults of a repository, by rule, as sentences. The lists are empty if it has none. */
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
  const ruleFor = (folder: string) => mostSpecific(Object.keys(allowed), folder);
  const isAllowed = ({ folder, into, typesOnly }: (typeof leaving)[number]) => {
    const name = ruleFor(folder);
    const rule = name === null ? undefined : allowed[name];
    const targets = [
      ...(rule?.imports ?? []),
      ...(rule?.planned ?? []),
      ...(typesOnly ? (rule?.types ?? []) : []),
    ];
    return (
      targets.some((pattern) => matches(pattern, into)) ||
      (name?.endsWith('/**') === true && matches(name, into))
    );
  };
  const folders = [...new Set([...files.keys()].map(folderOf))];

  return {
    folderWithoutRule: folders
      .filter((folder) => ruleFor(folder) === null)
      .map((folder) => `${folder} has no row. Add one to build/allowed-imports.ts.`),

    importNotAllowed: leaving
      .filter((arrow) => !isAllowed(arrow))
      .map(({ from, to, folder, into, typesOnly }) => {
        const what = typesOnly ? 'types of ' : '';
        return `${from} imports ${what}${to}: ${folder} must not import ${what}${into}. Move the code that it needs, or change build/allowed-imports.ts.`;
      }),

    unusedPermission: Object.entries(allowed).flatMap(([name, rule]) => {
      const used = leaving.filter(({ folder }) => ruleFor(folder) === name);
      const isUsed = (pattern: string) => used.some(({ into }) => matches(pattern, into));
      const stale = [...rule.imports, ...(rule.types ?? [])].filter((pattern) => !isUsed(pattern));
      const unplanned = (rule.planned ?? []).filter(isUsed);
      const isEmpty = rule.planned === undefined && !folders.some((folder) => ruleFor(folder) === name);
      return [
        ...stale.map(
          (pattern) => `${name} does not import ${pattern}. Remove it from the row, or add it to planned.`,
        ),
        ...unplanned.map((pattern) => `${name} imports ${pattern}. Move it from planned to imports.`),
        ...(isEmpty ? [`${name} does not contain files. Remove its row.`] : []),
      ];
    }),

    folderCycle: findCycles(leaving.map(({ folder, into }) => [folder, into] as const)).map((cycle) => {
      const steps = cycle.slice(1).map((into, index) => {
        const step = leaving.find((arrow) => arrow.folder === cycle[index] && arrow.into === into);
        return `${step?.from} imports ${step?.to}`;
      });
      return `${cycle.join(' → ')}: ${steps.join(', ')}. Remove one of these imports.`;
    }),

    fileCycle: findCycles(arrows.map(({ from, to }) => [from, to] as const)).map(
      (cycle) => `${cycle.join(' → ')}. Move the shared code into a new file.`,
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
      const maximum = name.startsWith('test/') ? 250 : 200;
      const isGenerated = name.startsWith('generated/') || text.startsWith('// Generated, do not edit');
      if (isGenerated || lines <= maximum) return [];
      return [`${name} has ${lines} lines, more than ${maximum}. Split it by topic.`];
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
      return `imports ${target.expression}, which cannot be resolved. Use a string literal.`;
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
      // The build removes type imports. The tests of the package check the published declarations.
      if (isTool && (tools === true || typesOnly || bundled.includes(name))) return null;
      return isTool
        ? `imports ${name}, which is installed for development only. Move it to dependencies, or add it to bundledPackages in build/allowed-imports.ts.`
        : `imports ${name}, which is not in package.json. Run: npm install ${name}`;
    }
    default:
      return target satisfies never;
  }
}

function folderOf(file: string): string {
  return posix.dirname(file);
}

/** True if a folder matches a pattern of the table. */
function matches(pattern: string, folder: string): boolean {
  if (pattern === '**') return true;
  if (pattern.endsWith('/**')) return `${folder}/`.startsWith(pattern.slice(0, -2));
  if (pattern.endsWith('/*')) return posix.dirname(folder) === pattern.slice(0, -2);
  return pattern === folder;
}

function mostSpecific(patterns: readonly string[], folder: string): string | null {
  const found = patterns.filter((pattern) => matches(pattern, folder));
  const rank = (pattern: string) => (pattern.endsWith('*') ? 0 : 1_000) + pattern.replace(/\*+$/, '').length;
  return found.toSorted((one, other) => rank(other) - rank(one))[0] ?? null;
}
