import type { JunctionProvider } from '../../vendors/junction-providers.ts';
import { type Html, html } from '../html.ts';

/** The page of the widget: a form with a choice of providers. */
export function widgetView(options: {
  readonly providers: readonly JunctionProvider[];
  /** True if the form was sent without a choice. */
  readonly isIncomplete: boolean;
}): Html {
  const { providers, isIncomplete } = options;
  const choices = providers.map(
    (
      { slug, provider: { name } },
      index,
    ) => html`<label class="option"><input type="radio" name="provider" value="${slug}" required${
      providers.length === 1 && index === 0 ? ' checked' : ''
    }><span>${name}</span></label>
`,
  );
  return html`<main>
<p class="badge">Test server</p>
<h1>Connect a data source</h1>
<p class="quiet">This page simulates Junction’s link widget. Nothing is sent to Junction or to a provider.</p>
${isIncomplete ? html`<p class="alert" role="alert">Choose a data source.</p>` : ''}
${providers.length === 0 ? html`<p>No data source is available for this link.</p>` : ''}
<form method="post">
${
  providers.length === 0
    ? ''
    : html`<fieldset>
<legend>Data source</legend>
<div class="options short">
${choices}</div>
</fieldset>`
}
<div class="actions">
${providers.length === 0 ? '' : html`<button class="primary" name="action" value="continue">Continue</button>`}
<button name="action" value="close" formnovalidate>Close</button>
</div>
</form>
</main>`;
}
