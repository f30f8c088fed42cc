import { html } from '../server/pages/html.ts';
import { htmlPage } from '../server/pages/html-page.ts';
import { scenarioTable } from '../server/pages/scenario-table.ts';

/** The entry of one page in the index of the docs. */
export interface DocsEntry {
  /** The page's file name, beside the index. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
}

/** The page that leads to the others. Its links are relative, so that it works from disk and on any host. */
export function docsIndex(entries: readonly DocsEntry[]): string {
  const cards = entries.map(
    ({ file, title, summary }) => html`<div class="card">
<h3><a href="${file}">${title}</a></h3>
<p>${summary}</p>
</div>
`,
  );
  return htmlPage(
    'connections-contract: reference docs',
    html`<header>
<p class="badge">Unofficial</p>
<h1>User connections, in three shapes</h1>
<p>Which data sources has this user connected? Open Wearables, Junction and Mielto answer in three ways. These are
the contracts of their answers, and of the sandbox API of the server that keeps them.</p>
<p class="quiet">This project is not affiliated with any of the vendors. Where a contract and a vendor’s own page
differ, the vendor’s page is right. Each statement ends with a word that says where it comes from: page, public
or decided.</p>
</header>
<h2>References</h2>
<div class="cards">
${cards}</div>
<h2>Scenario users</h2>
<p>The server holds these users in every workspace, under the same ids for every API.</p>
${scenarioTable()}`,
  );
}
