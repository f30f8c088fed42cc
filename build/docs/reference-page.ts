import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withContentPolicy } from './content-policy.ts';
import type { DocumentedContract, RedocSample } from './documented-contract.ts';

/** Redocly's own settings would load our lint rules. Redoc shows only code samples whose languages are listed. */
function settingsFor(samples: readonly RedocSample[]) {
  const byLabel = new Map(samples.map(({ lang, label }) => [label, { lang, label }]));
  const languages = [...byLabel.values()];
  const shown = { maxDisplayedEnumValues: 40, jsonSamplesExpandLevel: 'all', schemasExpansionLevel: 2 };
  return { telemetry: 'off', openapi: { ...shown, codeSamples: { languages } } };
}

const template = fileURLToPath(new URL('reference-page.hbs', import.meta.url));

/** The script that all reference pages share, which Redocly loads from a content network otherwise. */
export interface RedocScript {
  /** Its place in the site. */
  readonly path: string;
  readonly text: string;
  /** The file of the package that it was made from. */
  readonly file: string;
}

/** Reads the script of the installed Redoc. It shows a logo of its maker from a content network, which is replaced. */
export async function redocScript(): Promise<RedocScript> {
  const file = fileURLToPath(import.meta.resolve('@redocly/cli/lib/chunks/redoc.standalone.js'));
  const original = await readFile(file, 'utf8');
  const text = original.replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g, () => logo);
  if (text === original) {
    throw new Error(
      "Redoc's script has no logo at the known address. See what it loads now, and replace that.",
    );
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `assets/redoc.${digest}.js`, text, file };
}

/** The interactive page of the docs for one contract. It loads only the script that it shares with the others. */
export async function referencePage(
  contract: DocumentedContract,
  options: {
    readonly script: RedocScript;
    /** The path of its text version, without an extension. */
    readonly text: string;
    /** The code samples of all its operations. */
    readonly samples: readonly RedocSample[];
  },
): Promise<string> {
  const { script, text, samples } = options;
  const folder = await mkdtemp(join(tmpdir(), 'connections-contract-docs-'));
  try {
    const [document, config, page] = ['document.json', 'redocly.yaml', 'page.html'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeFile(document, JSON.stringify(contract));
    await writeFile(config, JSON.stringify(settingsFor(samples)));
    const values = ['--templateOptions.description', contract.info.summary, '--templateOptions.text', text];
    await redocly(
      'build-docs',
      document,
      '--config',
      config,
      '--template',
      template,
      ...values,
      '--output',
      page,
    );
    return withContentPolicy(withSharedScript(await readFile(page, 'utf8'), script), {
      scripts: ["'self'"],
      styles: ["'unsafe-inline'"],
      images: ['data:'],
      fonts: ['data:'],
      workers: ['blob:'],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function redocly(...args: readonly string[]): Promise<void> {
  const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await promisify(execFile)(process.execPath, [cli, ...args], { env });
}

function withSharedScript(page: string, { path }: RedocScript): string {
  const shared = page
    .replace(/<link rel="modulepreload" href="https:[^>]*>/, `<link rel="modulepreload" href="../${path}">`)
    .replace(/(?<=import \{ hydrate \} from )"https:[^"]*"/, `"../${path}"`);
  if (shared.includes('cdn.redocly.com')) {
    throw new Error(
      "Redocly's page loads a script at an unknown place. See how it does now, and replace that.",
    );
  }
  return shared;
}

/** "Redocly" as an image that needs no request. */
const logo = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="62" height="20" viewBox="0 0 62 20"><text y="15" textLength="62" lengthAdjust="spacingAndGlyphs" font-family="system-ui, sans-serif" font-size="16" font-weight="600" fill="#4a86c5">Redocly</text></svg>',
).toString('base64')}`;
