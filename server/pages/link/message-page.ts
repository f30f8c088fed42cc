import { type Html, html } from '../html.ts';
import type { LinkAnswer } from './link-answer.ts';

/** A page with a title and paragraphs, and nothing to choose. */
export function messagePage(
  status: number,
  title: string,
  ...paragraphs: readonly (string | Html)[]
): LinkAnswer {
  const body = html`<main>
<p class="badge">Test server</p>
<h1>${title}</h1>
${paragraphs.map(
  (paragraph) => html`<p>${paragraph}</p>
`,
)}</main>`;
  return { kind: 'page', status, title, body };
}

/** The page for a request that does not mean anything. Each fault names a parameter. */
export function faultsPage(faults: readonly string[]): LinkAnswer {
  const list = faults.map(
    (fault) => html`<li>${fault}</li>
`,
  );
  const title = 'This URL cannot be used';
  const body = html`<main>
<p class="badge">Test server</p>
<h1>${title}</h1>
<p>Use the URL as the API has returned it.</p>
<ul>
${list}</ul>
</main>`;
  return { kind: 'page', status: 400, title, body };
}

/** What a person can do who cannot go on. */
export const startAgain = 'Start again in the application that sent you here.';

/** The page for a token that does not exist, or whose user does not exist any more. */
export const unknownLink: LinkAnswer = messagePage(404, 'This link does not exist', startAgain);
