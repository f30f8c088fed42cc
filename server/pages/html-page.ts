import { Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';

/** A page of ours, whole: no script, and nothing to be loaded. The icon is empty, so that nobody asks for one. */
export function htmlPage(title: string, body: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${new Html(pageStyle)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.text;
}
