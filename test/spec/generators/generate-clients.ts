import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allContractNames, readContract } from '../../../contract/contract.ts';
import { root, startProcess } from '../../support/run-cli.ts';

/** A compiled generated module: its exports by name. */
export type GeneratedModule = Readonly<Record<string, unknown>>;

/** The path of a document in its served and published form. */
const documentOf = (name: string) => join(root, 'generated', `${name}.json`);

/**
 * Generates clients of every contract into a folder with the commands of orval, hey-api and openapi-typescript, and
 * compiles them with `tsc --strict`. If a program fails, rejects with its output.
 *
 * @returns a function that loads a compiled module, such as `orval/junction/zod`
 */
export async function generateClients(
  folder: string,
  baseUrl: string,
): Promise<(name: string) => Promise<GeneratedModule>> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  write(folder, 'package.json', '{ "type": "module" }');
  write(folder, 'tsconfig.json', JSON.stringify(strict));
  const ends = await Promise.allSettled([
    orval(folder, baseUrl),
    heyApi(folder),
    ...allContractNames.map((name) => openapiTypescript(folder, name, baseUrl)),
  ]);
  // Only now, so that nothing is written any more when the folder is removed.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await run(folder, programOf('typescript-7/bin/tsc'), '--project', folder);
  const require = createRequire(join(folder, 'package.json'));
  return async (name) => require(`./compiled/${name}.js`);
}

/** The libraries of the clients are not under test. */
const strict = {
  compilerOptions: {
    strict: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    rootDir: '.',
    outDir: 'compiled',
  },
  include: ['orval', 'hey-api', 'openapi-typescript'],
};

async function orval(folder: string, baseUrl: string): Promise<void> {
  const projects = allContractNames.flatMap((name) =>
    ['zod', 'fetch'].map((client) => [
      `${name}-${client}`,
      { input: documentOf(name), output: { target: `orval/${name}/${client}.ts`, client, baseUrl } },
    ]),
  );
  const config = Object.fromEntries(projects);
  write(folder, 'orval.config.js', `export default ${JSON.stringify(config)};`);
  await run(folder, programOf('orval/dist/bin/orval.mjs'), '--config', 'orval.config.js');
}

async function heyApi(folder: string): Promise<void> {
  const plugins = [
    '@hey-api/client-fetch',
    // By default its schemas do not allow times with an offset, which RFC 3339 does.
    { name: 'zod', dates: { offset: true } },
    { name: '@hey-api/sdk', validator: true },
  ];
  const jobs = allContractNames.map((name) => ({
    input: documentOf(name),
    output: `hey-api/${name}`,
    plugins,
  }));
  write(folder, 'openapi-ts.config.js', `export default ${JSON.stringify(jobs)};`);
  await run(folder, programOf('@hey-api/openapi-ts/bin/run.js'), '--file', 'openapi-ts.config.js');
}

/**
 * Runs plain `npx openapi-typescript spec/X.yaml -o FILE` in the repository, without type stripping as on an older Node.
 * The client is openapi-fetch of the same project.
 */
async function openapiTypescript(folder: string, name: string, baseUrl: string): Promise<void> {
  const types = join(folder, 'openapi-typescript', `${name}.ts`);
  const program = programOf('openapi-typescript/bin/cli.js');
  await run(root, '--no-experimental-strip-types', program, readContract(name).locationOf(''), '-o', types);
  const client = `
    import createClient from 'openapi-fetch';
    import type { paths } from './${name}.js';
    export const { GET, POST } = createClient<paths>({ baseUrl: '${baseUrl}' });`;
  write(folder, `openapi-typescript/${name}-client.ts`, client);
}

function programOf(file: string): string {
  return join(root, 'node_modules', file);
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function run(cwd: string, ...args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await startProcess(process.execPath, args, { cwd }).ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}
