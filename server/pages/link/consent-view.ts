import { consentOutcomes } from '../../link/consent-outcomes.ts';
import { simulatedPeople } from '../../link/simulated-accounts.ts';
import { scopesOf } from '../../model/provider-scopes.ts';
import { type Html, html } from '../html.ts';
import type { ConsentRequest } from './consent-request.ts';

/** The outcomes with a button of their own at the top. */
const main = ['grant', 'deny'];

/** The page of a provider: a form with an account, the scopes, and the outcomes. */
export function consentView({ provider, scopes }: ConsentRequest): Html {
  return html`<main>
<p class="badge">Test server</p>
<h1>Share your ${provider.name} data?</h1>
<p class="quiet">This page simulates the consent page of ${provider.name}. Nothing is sent to ${provider.name}.</p>
<form method="post">
<fieldset>
<legend>Account</legend>
<div class="options">
${accounts()}</div>
</fieldset>
${scopes.length === 0 ? '' : scopeChoice(provider.slug, scopes)}
<div class="actions">
<button class="primary" name="outcome" value="grant">Allow</button>
<button name="outcome" value="deny">Deny</button>
</div>
<h2>Simulate another outcome</h2>
<p class="quiet">An automated test needs no click: <code>&amp;simulate=…</code> at the end of this URL does the same. Its values are <code>grant</code>, <code>deny</code> and those below.</p>
<ul class="outcomes">
${outcomes()}</ul>
</form>
</main>`;
}

function accounts(): readonly Html[] {
  return simulatedPeople.map(
    (
      { name, username, summary },
      index,
    ) => html`<label class="option"><input type="radio" name="account" value="${name}"${
      index === 0 ? ' checked' : ''
    }><span>${username}<small>${summary}</small></span></label>
`,
  );
}

function scopeChoice(provider: string, scopes: readonly string[]): Html {
  const { required } = scopesOf(provider);
  const choices = scopes.map(
    (
      scope,
    ) => html`<label class="option"><input type="checkbox" name="scope" value="${scope}" checked><span>${scope}</span><small class="tag">${
      required.includes(scope) ? 'required' : 'optional'
    }</small></label>
`,
  );
  return html`<fieldset>
<legend>What may be read</legend>
<div class="options">
${choices}</div>
</fieldset>`;
}

function outcomes(): readonly Html[] {
  return consentOutcomes
    .filter(({ name }) => !main.includes(name))
    .map(
      ({
        name,
        title,
        summary,
      }) => html`<li><button name="outcome" value="${name}" aria-describedby="about-${name}">${title}</button>
<p id="about-${name}">${summary}<br><code class="quiet">${name}</code></p></li>
`,
    );
}
