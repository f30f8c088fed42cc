import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DocumentedContract } from './documented-contract.ts';

/**
 * Makes the reference docs in memory: a page for each contract, and the index.
 *
 * @returns the text of each file by its name, the index last
 */
export async function buildDocs(): Promise<ReadonlyMap<string, string>> {
  // Loaded only now: `npm ci --omit=dev` runs this file too, and then their packages are not installed.
  const [{ parse }, { contractNames }, { docsIndex }, { referencePage }] = await Promise.all([
    import('yaml'),
    import('../contract/contract.ts'),
    import('./docs-index.ts'),
    import('./reference-page.ts'),
  ]);
  const contracts = await Promise.all(
    contractNames.map(async (name) => {
      const text = await readFile(new URL(`../spec/${name}.yaml`, import.meta.url), 'utf8');
      return { file: `${name}.html`, contract: parse(text) as DocumentedContract };
    }),
  );
  const pages = new Map<string, string>(contracts.map(({ file }) => [file, '']));
  const waiting = contracts.values();
  const work = async () => {
    for (const { file, contract } of waiting) pages.set(file, await referencePage(contract));
  };
  await Promise.all([work(), work()]);
  const entries = contracts.map(({ file, contract }) => ({
    file,
    title: contract.info.title,
    summary: contract.info.summary,
  }));
  return pages.set('index.html', docsIndex(entries));
}

/** Puts the docs into a folder. Each file appears whole or not at all, and the index when all it leads to is there. */
export async function writeDocs(docs: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = (name: string) => join(folder, `.${name}.${process.pid}`);
  try {
    for (const [name, text] of docs) await writeFile(unfinished(name), text);
    for (const name of docs.keys()) await rename(unfinished(name), join(folder, name));
  } finally {
    for (const name of docs.keys()) await rm(unfinished(name), { force: true });
  }
}

const builtDocs = fileURLToPath(new URL('../generated/docs/', import.meta.url));

/** Builds the docs, and says so. Where Redocly was left out on purpose, with the other tools, there is nothing to do. */
async function main(args: readonly string[]): Promise<number> {
  let out: string | undefined;
  try {
    out = parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values.out;
    if (out === '') throw new Error('--out is empty');
  } catch (error) {
    return refuse(`${firstLine(error)} Usage: npm run docs -- --out FOLDER`);
  }
  if (!isInstalled('@redocly/cli/bin/cli.js')) {
    refuse('The docs are not built: @redocly/cli is not installed. Do: npm ci --include=dev');
    return process.env.npm_config_omit?.includes('dev') ? 0 : 2;
  }
  const folders = [builtDocs, ...(out === undefined ? [] : [out])];
  // A folder that cannot be made is refused at once: to build the docs takes a while.
  const refusal = await firstRefusal(
    folders,
    async (folder) => void (await mkdir(folder, { recursive: true })),
  );
  if (refusal !== null) return refuse(refusal);
  const docs = await buildDocs();
  const failure = await firstRefusal(folders, (folder) => writeDocs(docs, folder));
  if (failure !== null) return refuse(failure);
  for (const folder of folders) {
    for (const name of docs.keys()) process.stdout.write(`${relative('', join(folder, name))}\n`);
  }
  return 0;
}

/** Does the work for each folder. Resolves to what to say of the first that cannot be written, or to null. */
async function firstRefusal(
  folders: readonly string[],
  work: (folder: string) => Promise<void>,
): Promise<string | null> {
  for (const folder of folders) {
    try {
      await work(folder);
    } catch (error) {
      return `Failed to write the docs to ${folder}: ${firstLine(error)} Name a folder that can be written.`;
    }
  }
  return null;
}

function refuse(line: string): 2 {
  process.stderr.write(`${line}\n`);
  return 2;
}

function firstLine(error: unknown): string {
  const line = (error as Error).message.split('\n')[0] ?? '';
  return line.endsWith('.') ? line : `${line}.`;
}

function isInstalled(file: string): boolean {
  try {
    import.meta.resolve(file);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
