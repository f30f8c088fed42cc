/** The links of a site that lead nowhere: pages, files and anchors, from its HTML, its Markdown and `llms.txt`. */
export function linkFaults(site: ReadonlyMap<string, string>, base: string): string[] {
  const host = 'http://site.example';
  return [...site].flatMap(([path, text]) =>
    linksOf(path, text).flatMap((link) => {
      const url = new URL(link, `${host}${base}${path}`);
      if (url.origin !== host) return [];
      if (!url.pathname.startsWith(base)) return [`${path} links ${link}, outside the site`];
      const target = url.pathname.slice(base.length).replace(/(?:^|(?<=\/))$/, 'index.html');
      const found = site.get(target);
      if (found === undefined) return [`${path} links ${link}, which does not exist`];
      return hasAnchor(target, found, decodeURIComponent(url.hash.slice(1)))
        ? []
        : [`${path} links ${link}, which has no such anchor`];
    }),
  );
}

function linksOf(path: string, text: string): string[] {
  const pattern = path.endsWith('.html')
    ? /<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g
    : /\.(?:md|txt)$/.test(path)
      ? /(?<!`)\]\(([^)\s]+)\)/g
      : null;
  // Redoc's own links are those of its script.
  const [own = ''] = text.split('<div id="redoc">');
  return pattern === null
    ? []
    : Array.from(own.matchAll(pattern), ([, link = '']) => link.replaceAll('&amp;', '&'));
}

/** Redoc makes its anchors in the browser. */
function hasAnchor(path: string, text: string, anchor: string): boolean {
  if (anchor === '' || path.startsWith('interactive/')) return true;
  if (path.endsWith('.html')) return text.includes(`id="${anchor}"`);
  if (text.includes(`<a id="${anchor}">`)) return true;
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => slugOf(heading)).includes(anchor);
}

/** As GitHub makes it. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\d\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
