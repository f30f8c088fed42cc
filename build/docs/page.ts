/** A page of the site: a guide, or the text version of a reference. */
export interface Page {
  /** Where it is in the site, without an extension: `reference/junction`. */
  readonly path: string;
  /** Its name in the navigation and in lists. */
  readonly name: string;
  /** What lists say about it. */
  readonly summary: string;
  /** What search engines say about it. */
  readonly description: string;
  /** The Markdown that is published beside the HTML. */
  readonly markdown: string;
  /** The Markdown that the HTML is made from, with what only the site understands. */
  readonly source: string;
  /** Settings of VitePress for this page. */
  readonly frontmatter?: Readonly<Record<string, unknown>>;
}
