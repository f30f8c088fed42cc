import { vendorEntry } from '../../spec/vendors.ts';
import { ProblemError } from '../api/problem.ts';
import { consentUrl } from '../link/consent-url.ts';
import { redirectFault } from '../link/redirect-fault.ts';
import { plus } from '../model/workspace-clock.ts';
import { userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { endOf, linkTokenInvalid } from './junction-link-session.ts';
import { junctionProvider } from './junction-providers.ts';
import { demoRefused, limitRefused } from './junction-refusal.ts';
import { presentSource } from './junction-source.ts';
import { linkOf } from './vendor-api.ts';

const minute = 60_000;

/** The handlers that begin a link. */
export const linkTokenHandlers: Pick<JunctionHandlers, 'createJunctionLinkToken' | 'startJunctionOauthLink'> =
  {
    async createJunctionLinkToken({ caller: { publicId, now }, body, origin }, { store }) {
      refuseUnsafe(body.redirect_url ?? null);
      const user = await store.users.find(publicId, body.user_id.toLowerCase());
      if (user === null) return userNotFound;
      if (user.isDemo) return demoRefused;
      const created = await store.links.create(publicId, {
        kind: 'widget',
        vendor: 'junction',
        userId: user.id,
        provider: typeof body.provider === 'string' ? neutralSlug(body.provider) : null,
        redirectUrl: body.redirect_url ?? null,
        settings: {
          filterOnProviders: body.filter_on_providers?.map(neutralSlug) ?? null,
          redirectsOnError: body.on_error === 'redirect',
          redirectsOnClose: body.on_close === 'redirect',
        },
        createdAt: now,
        expiresAt: plus(now, 60 * minute),
        tokenPrefix: vendorEntry('junction').linkToken?.prefix ?? '',
      });
      if (created === null) throw new ProblemError({ kind: 'unauthenticated' });
      if (created.kind === 'exceeds') return limitRefused(created.exceeds);
      const url = new URL('/link', origin);
      url.search = new URLSearchParams({ token: created.token, env: 'sandbox', region: 'us' }).toString();
      return { status: 200, body: { link_token: created.token, link_web_url: url.href } };
    },

    async startJunctionOauthLink({ caller, path, origin }, { store }) {
      const link = linkOf(caller);
      if (endOf(link) !== null) return linkTokenInvalid;
      const user = await store.users.find(link.publicId, link.userId);
      if (user === null) return linkTokenInvalid;
      if (user.isDemo) return demoRefused;
      const listed = junctionProvider(path.oauth_provider);
      const provider = listed.provider.slug;
      const created = await store.links.create(link.publicId, {
        kind: 'consent',
        vendor: 'junction',
        userId: link.userId,
        provider,
        redirectUrl: link.redirectUrl,
        settings: link.settings,
        parent: link,
        createdAt: link.now,
        expiresAt: plus(link.now, 15 * minute),
      });
      if (created === null) return linkTokenInvalid;
      if (created.kind === 'exceeds') return limitRefused(created.exceeds);
      const callback = new URL('/link/callback', origin).href;
      return {
        status: 200,
        body: {
          ...presentSource(listed),
          group: null,
          oauth_url: consentUrl({ origin, provider, callback, state: created.token }),
          source_type: listed.sourceType,
          is_active: true,
          backfill_num_days: null,
        },
      };
    },
  };

function refuseUnsafe(url: string | null): void {
  const message = url === null ? null : redirectFault(url);
  if (message === null) return;
  const fault = { in: 'body', name: '/redirect_url', message, code: 'url_parsing' } as const;
  throw new ProblemError({ kind: 'invalid', faults: [fault] });
}

function neutralSlug(slug: string): string {
  return junctionProvider(slug).provider.slug;
}
