import { finishedPath } from '../../link/finished-path.ts';
import { html } from '../html.ts';
import type { LinkPage } from './link-page.ts';
import { messagePage } from './message-page.ts';
import { only } from './read-parameters.ts';

const toClose = 'You can close this window.';

/** The page that shows how a link ended, for links without a URL of the application. The result is in its query. */
export const finishedPage: LinkPage = {
  path: finishedPath,
  async show({ query }) {
    // Mielto's result is `status`, because its `state` is the token.
    const result = only(query, 'status') ?? only(query, 'state');
    if (result === 'success') return messagePage(200, 'The account is connected', toClose);
    if (result !== 'error') return messagePage(200, 'The link has ended', toClose);
    const type = only(query, 'error_type') ?? only(query, 'error') ?? 'unknown';
    const text = only(query, 'error_description') ?? only(query, 'error') ?? '';
    const error = html`Error: <code>${type}</code>`;
    return messagePage(200, 'The account is not connected', text === type ? '' : text, error, toClose);
  },
};
