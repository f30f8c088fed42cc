import { junctionCallbackPath } from '../../link/callback-path.ts';
import { consentOutcome } from '../../link/consent-outcomes.ts';
import { consentUrl } from '../../link/consent-url.ts';
import { consentOfWidget, widgetSettingsOf } from '../../link/widget-link.ts';
import type { LinkSession } from '../../model/link-session.ts';
import type { LinkAnswer } from './link-answer.ts';
import type { LinkContext, LinkPage, LinkVisit } from './link-page.ts';
import { faultsPage, messagePage, unknownLink } from './message-page.ts';
import { openWidget, widgetRefusal } from './open-widget.ts';
import { only } from './read-parameters.ts';
import { returnToApplication } from './return-to-application.ts';
import { widgetProviders } from './widget-providers.ts';
import { widgetView } from './widget-view.ts';

/** Makes the page of Junction's link widget, where a person chooses a provider. */
export function createWidgetPage(context: LinkContext): LinkPage {
  const { store } = context;

  /** Begins the consent of a provider, and sends the person there. */
  async function begin(visit: LinkVisit, session: LinkSession, provider: string): Promise<LinkAnswer> {
    const created = await store.links.create(session.publicId, consentOfWidget(session, provider));
    if (created === null) return unknownLink;
    if (created.kind === 'exceeds') {
      const error = 'The workspace has as many unfinished links as the sandbox allows.';
      const page = messagePage(429, 'Too many links are open', error, 'Try again later.');
      throw widgetRefusal({ session, visit, errorType: 'provider_api_error', error, page });
    }
    const { origin, query, isForm } = visit;
    const callback = new URL(junctionCallbackPath, origin).href;
    const url = new URL(consentUrl({ origin, provider, callback, state: created.token }));
    for (const name of isForm ? [] : ['simulate', 'account']) {
      const value = only(query, name);
      if (value !== null) url.searchParams.set(name, value);
    }
    return { kind: 'redirect', status: 303, url: url.href };
  }

  /** Does without a click what `simulate` says. */
  async function simulate(visit: LinkVisit, session: LinkSession, name: string): Promise<LinkAnswer> {
    if (name === 'close') return close(visit, session);
    if (consentOutcome(name) === undefined) return faultsPage([`simulate: ${name} is not an outcome`]);
    const slug = only(visit.query, 'provider');
    const listed = widgetProviders(session).find((provider) =>
      slug === null ? session.provider !== null : provider.slug === slug,
    );
    if (listed !== undefined) return begin(visit, session, listed.provider.slug);
    return faultsPage(['provider: must be a provider of this link, as Junction calls it']);
  }

  return {
    path: '/link',
    async show(visit) {
      const session = await openWidget(visit, context);
      const name = only(visit.query, 'simulate');
      if (name !== null && visit.hasEffects) return simulate(visit, session, name);
      return view(visit, session, { isIncomplete: false });
    },
    form: {
      token: 'token',
      async submit(visit, fields) {
        const session = await openWidget(visit, context);
        if (only(fields, 'action') === 'close') return close(visit, session);
        const slug = only(fields, 'provider');
        const listed = widgetProviders(session).find((provider) => provider.slug === slug);
        return listed === undefined
          ? view(visit, session, { isIncomplete: true })
          : begin(visit, session, listed.provider.slug);
      },
    },
  };
}

function view(
  { query, path, isSecure }: LinkVisit,
  session: LinkSession,
  { isIncomplete }: { readonly isIncomplete: boolean },
): LinkAnswer {
  const { redirectUrl } = session;
  return {
    kind: 'page',
    status: isIncomplete ? 400 : 200,
    title: 'Connect a data source',
    body: widgetView({ providers: widgetProviders(session), isIncomplete }),
    form: { token: query.get('token') ?? '', path, isSecure, redirectUrl },
  };
}

/** The person closes the widget. The link token can still be used. */
function close(visit: LinkVisit, session: LinkSession): LinkAnswer {
  const error = 'The person closed the widget.';
  if (!widgetSettingsOf(session).redirectsOnClose || session.redirectUrl === null)
    return messagePage(200, 'The widget is closed', 'You can close this window.');
  return returnToApplication({
    session,
    visit,
    result: { state: 'error', errorType: 'user_cancelled', error },
  });
}
