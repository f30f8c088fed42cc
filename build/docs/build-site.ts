import { fileURLToPath } from 'node:url';
import { allContractNames } from '../../contract/contract.ts';
import { readGuides } from './guides.ts';
import { homePage, llmsText } from './home-page.ts';
import { type Reference, readReference } from './reference.ts';
import { type RedocScript, redocScript } from './reference-page.ts';
import { vitepressSite } from './vitepress-site.ts';

/** The text of each file of the site by its path, the first page last. */
export type Site = ReadonlyMap<string, string>;

/** What the site is, before it is known where it is served. */
export interface BuiltDocs {
  readonly site: Site;
  /** The files of other packages whose code is in the site. */
  readonly modules: readonly string[];
}

/** A placeholder for the path at which the site is served, until the path is known. */
const basePlaceholder = '/connections-contract-base/';

/**
 * Makes the site in memory: the guides, both versions of each reference, the contracts, their Markdown and `llms.txt`.
 * Rejects with an `ExplainedError` if a guide is missing, is not in the navigation, or has a dead link.
 */
export async function buildSite(): Promise<BuiltDocs> {
  const { index, pages: guides } = await readGuides(fileURLToPath(new URL('../../docs/', import.meta.url)));
  const references = await Promise.all(allContractNames.map(readReference));
  const listing = { index, guides, references: references.map(({ page }) => page) };
  const home = homePage(listing);
  const script = await redocScript();
  const [{ files, modules }, interactivePages] = await Promise.all([
    vitepressSite({ base: basePlaceholder, home, ...listing }),
    makeInteractivePages(references, script),
  ]);
  const site = withoutRepetition([
    [script.path, script.text],
    ...references.flatMap((reference) => [...reference.files]),
    ...[home, ...guides, ...listing.references].map(
      ({ path, markdown }) => [`${path}.md`, markdown] as const,
    ),
    ['llms.txt', llmsText(listing)],
    ...interactivePages,
    ...[...files].filter(([path]) => path !== 'index.html'),
    ['index.html', files.get('index.html') ?? ''],
  ]);
  return { site, modules: [...modules, script.file] };
}

/** Throws if two files have one path. */
function withoutRepetition(files: readonly (readonly [path: string, text: string])[]): Site {
  const site = new Map(files);
  if (site.size < files.length) {
    const [repeated] =
      files.find(([path], index) => files.findIndex(([other]) => other === path) !== index) ?? [];
    throw new Error(`Two files of the site are called ${repeated}. Rename one of them.`);
  }
  return site;
}

/** The site as it is served at a path, which has a slash at both ends. */
export function siteAt(base: string, site: Site): Site {
  return new Map(Array.from(site, ([path, text]) => [path, text.replaceAll(basePlaceholder, base)]));
}

/** One after the other: VitePress has the other core. */
async function makeInteractivePages(
  references: readonly Reference[],
  script: RedocScript,
): Promise<readonly (readonly [string, string])[]> {
  const pages: [string, string][] = [];
  for (const { name, interactivePage } of references) {
    pages.push([`interactive/${name}.html`, await interactivePage(script)]);
  }
  return pages;
}
