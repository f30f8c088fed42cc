import { type ScenarioUser, scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { type Html, html } from './html.ts';

const users: readonly ScenarioUser[] = [...scenarioUsers, unknownUser];

/** Renders the scenario users as a table for our own pages. */
export function scenarioTable(): Html {
  const rows = users.map(
    ({ name, userId, summary }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td><code>${userId}</code></td><td>${summary}</td></tr>
`,
  );
  return html`<div class="table narrow"><table>
<thead><tr><th>Name</th><th>User id</th><th>Situation</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

/** Renders the scenario users as a Markdown section for the description of a contract. */
export function scenarioSection(): string {
  const rows = users.map(({ name, userId, summary }) =>
    [`**${name}**`, `${summary}<br>\`${userId}\``].map((cell) => cell.replaceAll('|', '\\|')).join(' | '),
  );
  return [
    '## Scenario users',
    '',
    "In this project's server every workspace has these users. Their ids are the same for every API.",
    '',
    'name | situation and user id',
    '---|---',
    ...rows,
    '',
  ].join('\n');
}
