import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ExplainedError } from '../../contract/explained-error.ts';
import { withContentPolicy } from './content-policy.ts';
import type { Page } from './page.ts';
import { type SiteContent, siteConfig } from './site-config.ts';

const theme = "import './site.css';\nexport { default } from 'vitepress/theme-without-fonts';\n";
const style = new URL('site.css', import.meta.url);

/** Code blocks are coloured by style attributes. Where a page is missing, the script asks for the newest list of pages. */
const policySources = {
  scripts: ["'self'"],
  styles: ["'self'", "'unsafe-inline'"],
  images: ["'self'", 'data:'],
  fonts: ["'self'"],
  connections: ["'self'"],
};

/** What VitePress makes. */
interface BuiltSite {
  /** The text of each file by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules whose code is in the scripts, as paths. */
  readonly modules: readonly string[];
}

/**
 * Builds the guides and the text versions of the references with VitePress, in a folder of its own. Rejects with an
 * `ExplainedError` that names each dead link.
 */
export async function vitepressSite(content: SiteContent): Promise<BuiltSite> {
  // Its real path: the tools compare the paths of modules with it.
  const root = await realpath(await mkdtemp(join(tmpdir(), 'connections-contract-site-')));
  try {
    const files = new Map([
      ['.vitepress/config.mjs', configOf(content, join(root, 'modules.json'))],
      ['.vitepress/theme/index.mjs', theme],
      ['.vitepress/theme/site.css', await readFile(style, 'utf8')],
    ]);
    for (const page of [content.home, ...content.guides, ...content.references]) {
      files.set(`${page.path}.md`, sourceOf(page));
    }
    for (const [file, text] of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const packages = fileURLToPath(new URL('..', import.meta.resolve('vitepress/package.json')));
    await symlink(packages, join(root, 'node_modules'), 'junction');
    await build(root);
    const modules: string[] = JSON.parse(await readFile(join(root, 'modules.json'), 'utf8'));
    return { files: await readSite(join(root, 'out')), modules };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The configuration as a file: VitePress takes it in no other way. */
function configOf(content: SiteContent, modulesFile: string): string {
  const pathOf = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  return `import { listModules } from ${pathOf('list-modules.ts')};
import { searchText } from ${pathOf('search-text.ts')};

const config = ${JSON.stringify(siteConfig(content))};
config.themeConfig.search.options = { _render: searchText };
config.vite.plugins = [listModules(${JSON.stringify(modulesFile)})];
export default config;
`;
}

/** The source of a page, with the content of the head of its HTML. */
function sourceOf({ path, description, source, frontmatter }: Page): string {
  const markdown = `${path.split('/').at(-1)}.md`;
  const head = [['link', { rel: 'alternate', type: 'text/markdown', href: markdown }]];
  // VitePress writes it between quotation marks as it is.
  const quoted = description.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll('"', '”');
  return `---\n${JSON.stringify({ description: quoted, head, ...frontmatter })}\n---\n\n${asText(source)}`;
}

/**
 * Vue reads what is between two braces, such as a secret in a workflow, as a part of a template. VitePress prevents that in
 * code blocks, not in text. A page that is wrapped as a whole has a larger script, so only one that needs it is.
 */
function asText(source: string): string {
  const text = source.replaceAll(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1 *$/gm, '');
  return text.includes('{{') ? `:::::: v-pre\n\n${source}\n\n::::::\n` : source;
}

async function build(root: string): Promise<void> {
  const cli = fileURLToPath(new URL('dist/node/cli.js', import.meta.resolve('vitepress/package.json')));
  // With DEBUG set, VitePress builds for its own developers.
  const { DEBUG: _, ...env } = process.env;
  const options = { cwd: root, env: { ...env, NO_COLOR: '1' } };
  try {
    await promisify(execFile)(process.execPath, [cli, 'build', root], options);
  } catch (error) {
    throw new ExplainedError(faultsIn(error), { cause: error });
  }
}

/** What VitePress has reported: the dead links, or all of it if there are none. */
function faultsIn(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  const deadLinks = Array.from(
    stderr.matchAll(/Found dead link (\S+) in file (\S+)/g),
    ([, link, file]) => `- ${file} links ${link}`,
  );
  if (deadLinks.length > 0) return `The docs have dead links. Fix them:\n${deadLinks.sort().join('\n')}`;
  return `The docs cannot be built. Fix what VitePress reports:\n${`${stdout}${stderr}`.trim()}`;
}

async function readSite(folder: string): Promise<ReadonlyMap<string, string>> {
  const site = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    const path = relative(folder, file).replaceAll('\\', '/');
    site.set(path, path.endsWith('.html') ? withContentPolicy(text, policySources) : text);
  }
  return site;
}
