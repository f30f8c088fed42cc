import type { DefaultTheme, UserConfig } from 'vitepress';
import { vendors } from '../../spec/vendors.ts';
import type { Page } from './page.ts';

/** What the site is built from. */
export interface SiteContent {
  /** The path at which the site is served, with a slash at both ends. */
  readonly base: string;
  readonly home: Page;
  readonly guides: readonly Page[];
  readonly references: readonly Page[];
}

/** The settings of VitePress. They are plain data, so that they can be written to a file. */
export function siteConfig({ base, home, guides, references }: SiteContent): UserConfig<DefaultTheme.Config> {
  const entries = (pages: readonly Page[]) =>
    pages.map(({ name, path }) => ({ text: name, link: `/${path}` }));
  return {
    title: home.name,
    description: home.description,
    base,
    lang: 'en',
    outDir: 'out',
    cacheDir: 'cache',
    head: [['link', { rel: 'icon', href: 'data:,' }]],
    // In attributes, the braces of a path such as /users/{user_id} would be lost.
    markdown: { attrs: { disable: true } },
    metaChunk: true,
    // A page would load all pages that its sidebar links, the long references included.
    router: { prefetchLinks: false },
    themeConfig: {
      nav: [
        {
          text: 'Guides',
          link: `/${guides[0]?.path}`,
          activeMatch: `^/(?:${guides.map(({ path }) => path).join('|')})`,
        },
        { text: 'References', items: entries(references) },
      ],
      sidebar: [
        { text: 'Guides', items: entries(guides) },
        { text: 'References', items: entries(references) },
      ],
      outline: { level: [2, 3] },
      search: { provider: 'local' },
      footer: { message: `Unofficial: not affiliated with ${vendorTitles()}.` },
    },
    vite: {
      logLevel: 'warn',
      build: {
        chunkSizeWarningLimit: 5_000,
        // Takes a third of the time of the build, and saves 2 kB.
        rollupOptions: { treeshake: false },
      },
    },
  };
}

function vendorTitles(): string {
  const list = new Intl.ListFormat('en', { type: 'disjunction' });
  return list.format(vendors.map(({ title }) => title));
}
