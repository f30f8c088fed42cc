import { html } from './html.ts';
import { htmlPage } from './html-page.ts';

/** Makes the page that says how a link ended. The query of its URL says it: `status`, and `error_description` if it failed. */
export function finishedPage(query: Readonly<Record<string, unknown>>): string {
  const { status, error_description: description } = query;
  const isConnected = status === 'success';
  const title = isConnected ? 'Connected' : 'Not connected';
  const reason = !isConnected && typeof description === 'string' ? html`<p>${description}</p>\n` : html``;
  return htmlPage(
    title,
    html`<h1>${title}</h1>
${reason}<p>You can close this window.</p>`,
  );
}
