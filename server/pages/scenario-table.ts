import { type ScenarioUser, scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { type Html, html } from './html.ts';

const users: readonly ScenarioUser[] = [...scenarioUsers, unknownUser];

/** The scenario users as a table for our own pages. */
export function scenarioTable(): Html {
  const rows = users.map(
    ({ name, userId, summary }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td><code>${userId}</code></td><td>${summary}</td></tr>
`,
  );
  return html`<div class="table narrow"><table>
<thead><tr><th>Name</th><th>User id</th><th>What it stands for</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

/** The scenario users as a section in Markdown, for the description of a contract. */
export function scenarioSection(): string {
  const rows = users.map(({ name, userId, summary }) =>
    [`**${name}**`, `${summary}<br>\`${userId}\``].map((cell) => cell.replaceAll('|', '\\|')).join(' | '),
  );
  return [
    '## Scenario users',
    '',
    "This project's server holds these users in every workspace, under the same ids for every API.",
    '',
    'name | what it stands for, and its user id',
    '---|---',
    ...rows,
    '',
  ].join('\n');
}
