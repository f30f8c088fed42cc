import { listOperationOf, operationOf, readContract } from '../../contract/contract.ts';
import { scenarioUsers } from '../../spec/scenarios.ts';
import { keyHeaderLine, vendors } from '../../spec/vendors.ts';
import { defaultWorkspaces } from '../scenarios/default-workspaces.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { scenarioTable } from './scenario-table.ts';

const [first, second] = defaultWorkspaces;
const authorizePath = operationOf(
  readContract('open-wearables'),
  'authorizeOpenWearablesProvider',
).path.replace('{provider}', 'fitbit');

/** Makes the page at `/`: what the server is, and what a person needs to send it a request. */
export function landingPage(origin: string): string {
  const { name, userId } = scenarioUsers[0];
  const titles = new Intl.ListFormat('en').format(vendors.map(({ title }) => title));
  const endpoints = vendors.map((entry) => {
    const { vendor, title } = entry;
    const { path } = listOperationOf(vendor);
    const curl = `curl -H '${keyHeaderLine(entry, first.keys[vendor])}' ${origin}${path.replace('{user_id}', userId)}`;
    return html`<div class="card">
<h3>${title}</h3>
<p class="quiet"><code>GET ${path}</code></p>
<pre tabindex="0"><code>${curl}</code></pre>
${contractLinks(vendor)}
</div>
`;
  });
  return htmlPage(
    'connections-contract',
    html`<header>
<p class="badge">Unofficial</p>
<h1>connections-contract</h1>
<p>Which data sources has this user connected? This server answers in the shapes of ${titles} from one store, and validates each answer against its contract.</p>
<p class="quiet">It is a test server and is not affiliated with these vendors.
<a href="docs/">Guides and references</a>.</p>
</header>
<h2>Send a request</h2>
<p>Each command lists the connections of the scenario user <code>${name}</code>.</p>
<div class="stack">
${endpoints}</div>
<h2>Keys</h2>
<p>Workspaces are tenants: no data is shared between them. A revoked key gets the same answer as an unknown key.</p>
${keyTable()}
${developerTokens()}<h2>Link a provider</h2>
<p>The vendors' own APIs create users and return URLs for a person. They lead to pages of this server, which simulate
a provider. This command returns one, for a user without connections:</p>
<pre tabindex="0"><code>curl '${origin}${authorizePath}?user_id=${scenarioUsers[1].userId}'</code></pre>
<p><a href="docs/lifecycle.html">Build the whole loop</a> shows every step, with Junction's SDK and with curl.</p>
<h2>Scenario users</h2>
<p>Every workspace has these users. Their ids are the same for every API.</p>
${scenarioTable()}
<h2>Change the data</h2>
<div class="card">
<h3>Sandbox API</h3>
<p>Creates workspaces, users and connections, and changes the state of connections.</p>
<pre tabindex="0"><code>curl ${origin}/sandbox/scenarios</code></pre>
${contractLinks('sandbox')}
</div>
<h2>Check the health</h2>
<ul class="links">
<li><a href="healthz">/healthz</a> 200 if the process answers</li>
<li><a href="readyz">/readyz</a> 200 if its database answers too</li>
</ul>`,
  );
}

function contractLinks(name: string): Html {
  return html`<ul class="links">
<li><a href="docs/interactive/${name}.html">Reference</a></li>
<li><a href="openapi/${name}.yaml">OpenAPI as YAML</a></li>
<li><a href="openapi/${name}.json">OpenAPI as JSON</a></li>
</ul>`;
}

/** The tokens that some operations need instead of a key. */
function developerTokens(): Html[] {
  return vendors.flatMap(({ vendor, title, developerToken }) => {
    if (developerToken === null) return [];
    const header = `Authorization: Bearer ${first.developerTokens[vendor]}`;
    return [
      html`<p>${title} changes and deletes a user only with the token of a developer: <code>${header}</code></p>
`,
    ];
  });
}

function keyTable(): Html {
  const rows = vendors.map(
    (
      entry,
    ) => html`<tr><th scope="row">${entry.title}<br><code class="quiet">${keyHeaderLine(entry, '…')}</code></th>
<td data-label="Default workspace"><code>${first.keys[entry.vendor]}</code></td>
<td data-label="Second workspace"><code>${second.keys[entry.vendor]}</code></td>
<td data-label="Revoked"><code>${first.revokedKeys[entry.vendor]}</code></td></tr>
`,
  );
  return html`<div class="table narrow"><table>
<thead><tr><th>API</th><th>Default workspace</th><th>Second workspace</th><th>Revoked</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}
