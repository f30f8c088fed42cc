import { Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';

/**
 * Makes a complete page, with the CSS of our own pages by default. It has no script and loads nothing; the empty icon
 * prevents the browser's request for one.
 */
export function htmlPage(title: string, body: Html, style = pageStyle): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.text;
}
