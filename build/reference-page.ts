import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type DocumentedContract, documentedContract, wordmark } from './documented-contract.ts';

/** Redocly's own settings would load our lint rules, which the docs do not need. */
const settings = {
  telemetry: 'off',
  openapi: { maxDisplayedEnumValues: 40, jsonSamplesExpandLevel: 'all', schemasExpansionLevel: 2 },
};

/** The page of the docs for one contract: a single file that opens offline and asks nobody for anything. */
export async function referencePage(contract: DocumentedContract): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connections-contract-docs-'));
  try {
    const [document, config, page] = ['document.json', 'redocly.yaml', 'page.html'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeFile(document, JSON.stringify(documentedContract(contract)));
    await writeFile(config, JSON.stringify(settings));
    await redocly('build-docs', document, '--config', config, '--inlineBundle', '--output', page);
    return guarded(withoutForeignImages(await readFile(page, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function redocly(...args: readonly string[]): Promise<void> {
  const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await promisify(execFile)(process.execPath, [cli, ...args], { env });
}

/** The page's script shows a logo of its maker from a content network. */
function withoutForeignImages(page: string): string {
  const foreign = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
  if (!foreign.test(page)) {
    throw new Error("Redocly's page has no logo where it used to. See what it loads now, and replace that.");
  }
  return page.replace(foreign, wordmark('Redocly', 62));
}

/** Adds a policy by which the page runs its own scripts, known by their digests, and loads nothing from anywhere. */
function guarded(page: string): string {
  const digests = Array.from(page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), ([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  );
  const policy = [
    "default-src 'none'",
    `script-src ${digests.map((digest) => `'sha256-${digest}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page.replace(
    '<meta charset="utf8" />',
    `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">\n  <link rel="icon" href="data:,">`,
  );
}
