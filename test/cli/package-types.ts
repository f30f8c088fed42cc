import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageEntries } from '../../build/package-modules.ts';
import { allContractNames } from '../../contract/contract.ts';
import { type ModuleExports, moduleExports } from '../support/module-exports.ts';
import { root, startProcess } from '../support/run-cli.ts';
import { programs } from './package-programs.ts';

const compilers = { 'TypeScript 5.9': 'typescript/bin/tsc', 'TypeScript 7': 'typescript-7/bin/tsc' };

/** How a project resolves imports; `json` if it can also import JSON. */
const resolutions = [
  { module: 'node16', moduleResolution: 'node16', json: false },
  { module: 'nodenext', moduleResolution: 'nodenext', json: true },
  { module: 'esnext', moduleResolution: 'bundler', json: true },
] as const;

/** Defines the tests of the package's types, for a project that has installed the package and nothing else. */
export function describePackageTypes(project: string): void {
  const installed = join(project, 'node_modules/connections-contract');
  let entries: readonly (ModuleExports & { readonly name: string })[];

  beforeAll(() => {
    const found = packageEntries(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')), root);
    const fileOf = (module: string) => join(installed, 'dist', `${module}.d.ts`);
    const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, types: [], noEmit: true };
    const program = ts.createProgram(
      found.map(({ module }) => fileOf(module)),
      options,
    );
    const isOwn = (file: string) => file.includes('/node_modules/connections-contract/');
    entries = found.map(({ place, module }) => ({
      name: place.replace('.', 'connections-contract'),
      ...moduleExports(program, fileOf(module), isOwn),
    }));
  });

  test('Each entry exports every type that its signatures name', () => {
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map(({ name, forgotten }) => [name, forgotten])).toEqual(
      entries.map(({ name }) => [name, []]),
    );
  });

  describe.each(Object.entries(compilers))('%s', (_, compiler) => {
    test.each(resolutions)(
      'compiles what uses every exported type, with $moduleResolution',
      async ({ json, ...options }) => {
        const texts = [...programs, ['every-type.ts', everyType()], ['every-contract.ts', everyContract()]];
        const files = texts.slice(0, json ? undefined : -1).map(([file = '', text = '']) => {
          writeFileSync(join(project, file), text);
          return file;
        });
        const compilerOptions = { ...options, ...(json ? { resolveJsonModule: true } : {}), types: [] };
        await checkTypes({
          project,
          compiler,
          files,
          compilerOptions: { ...compilerOptions, skipLibCheck: false },
        });
      },
    );
  });

  /** A program that names each exported type of each entry. */
  function everyType(): string {
    return entries
      .map(({ name, types }, index) => {
        const renamed = types.map((type) => `${type} as ${type}${index}`);
        const used = types.map((type) => `${type}${index}`).join(', ');
        return `import type { ${renamed.join(', ')} } from '${name}';\nexport type Of${index} = [${used}];\n`;
      })
      .join('');
  }

  /** A program that reads each contract. */
  function everyContract(): string {
    return allContractNames
      .map((name, index) => {
        const from = `'connections-contract/spec/${name}.json' with { type: 'json' }`;
        return `import c${index} from ${from};\nexport const version${index}: string = c${index}.info.version;\n`;
      })
      .join('');
  }
}

/** Checks types as a project does that uses the package. Rejects with what the compiler writes. */
export async function checkTypes({
  project,
  files,
  compilerOptions,
  compiler = compilers['TypeScript 5.9'],
}: {
  readonly project: string;
  readonly files: readonly string[];
  readonly compilerOptions: object;
  readonly compiler?: string;
}): Promise<void> {
  const always = { target: 'es2024', module: 'nodenext', strict: true, exactOptionalPropertyTypes: true };
  const config = { compilerOptions: { ...always, noEmit: true, ...compilerOptions }, files };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules', compiler);
  const { code, stdout } = await startProcess(process.execPath, [tsc, '--project', project], { cwd: project })
    .ended;
  expect(code, stdout).toBe(0);
}
