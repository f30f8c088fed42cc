import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const builtDocs = fileURLToPath(new URL('../generated/docs/', import.meta.url));
const tools = [
  'vitepress',
  '@redocly/cli/bin/cli.js',
  '@scalar/openapi-to-markdown',
  '@readme/oas-to-snippet',
];
const usage = 'Usage: npm run docs -- --out FOLDER [--base /PATH/]';

/** A folder for the site, and the path at which it will be served. */
interface Destination {
  readonly folder: string;
  readonly base: string;
}

/** Builds the site, and shows where it is. If the tools were left out on purpose, there is nothing to do. */
async function main(args: readonly string[]): Promise<number> {
  let out: Destination | null;
  try {
    out = readOut(args);
  } catch (error) {
    return refuse(`${firstLine(error)} ${usage}`);
  }
  const missing = tools.find((tool) => !isInstalled(tool));
  if (missing !== undefined) {
    const name = missing
      .split('/')
      .slice(0, missing.startsWith('@') ? 2 : 1)
      .join('/');
    refuse(`The docs are not built: ${name} is not installed. Do: npm ci --include=dev`);
    return process.env.npm_config_omit?.includes('dev') ? 0 : 2;
  }
  const destinations = [{ folder: builtDocs, base: '/docs/' }, ...(out === null ? [] : [out])];
  // A folder that cannot be made is refused at once: to build the docs takes a while.
  const refusal = await firstRefusal(
    destinations,
    async ({ folder }) => void (await mkdir(folder, { recursive: true })),
  );
  if (refusal !== null) return refuse(refusal);
  return build(destinations);
}

async function build(destinations: readonly Destination[]): Promise<number> {
  // Loaded only now: `npm ci --omit=dev` runs this file too, and then their packages are not installed.
  const [{ buildSite, siteAt }, { removeEarlierFiles, writeSite }, { thirdPartyLicenses }] =
    await Promise.all([
      import('./docs/build-site.ts'),
      import('./docs/write-site.ts'),
      import('./third-party-licenses.ts'),
    ]);
  const built = await buildSite().catch((error: Error) => {
    if (error.name === 'ExplainedError') return error.message;
    throw error;
  });
  if (typeof built === 'string') return refuse(built);
  const site = new Map([['THIRD-PARTY-LICENSES.txt', thirdPartyLicenses(built.modules)], ...built.site]);
  const failure = await firstRefusal(destinations, async ({ folder, base }) => {
    await writeSite(siteAt(base, site), folder);
    if (folder === builtDocs) await removeEarlierFiles(site, folder);
  });
  if (failure !== null) return refuse(failure);
  for (const { folder, base } of destinations) {
    process.stdout.write(`${relative('', folder)}: ${site.size} files, to be served at ${base}\n`);
  }
  return 0;
}

/** Where else the site is wanted; null if nowhere. Throws for what cannot be meant. */
function readOut(args: readonly string[]): Destination | null {
  const { out, base } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, base: { type: 'string' } },
  }).values;
  if (out === '') throw new Error('--out is empty');
  if (base !== undefined && !/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    throw new Error(`--base ${base} is not a path with a slash at both ends`);
  }
  if (out !== undefined) return { folder: out, base: base ?? '/' };
  if (base !== undefined) throw new Error('--base is for the folder of --out');
  return null;
}

/** Does the work for each destination. Resolves to what to report of the first that cannot be written, or to null. */
async function firstRefusal(
  destinations: readonly Destination[],
  work: (destination: Destination) => Promise<void>,
): Promise<string | null> {
  for (const destination of destinations) {
    try {
      await work(destination);
    } catch (error) {
      return `Failed to write the docs to ${destination.folder}: ${firstLine(error)} Name a folder that can be written.`;
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
