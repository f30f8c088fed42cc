import type { components } from '../../generated/junction.ts';
import { resultUrl } from '../link/result-url.ts';
import type { LinkSession } from '../model/link-session.ts';

/** A 200 with the state of a connection that was started with a link token. */
export interface LinkAnswer {
  readonly status: 200;
  readonly body: components['schemas']['JunctionLinkState'];
}

/** The link, and what Junction calls the provider. */
export interface LinkedProvider {
  readonly link: LinkSession;
  readonly slug: string;
}

const hints = { sms: '+1 *** *** 0100', email: 'a***@example.com' };

/** What a state does not set. Each field is always there, because SDKs require most of them. */
const unset = {
  redirect_url: null,
  error_type: null,
  error: null,
  provider_mfa: null,
  connected: false,
  provider_id: null,
};

/** The answer that the provider is connected. `accountId` is the person's id there; null if it has none. */
export function linkedAnswer({ link, slug }: LinkedProvider, accountId: string | null): LinkAnswer {
  const redirect_url = link.redirectUrl === null ? null : resultUrl(link.redirectUrl, { state: 'success' });
  return {
    status: 200,
    body: {
      state: 'success',
      ...unset,
      redirect_url,
      provider: slug,
      connected: true,
      provider_id: accountId,
    },
  };
}

/** The answer that the provider is not connected, with Junction's word for the reason. */
export function failedAnswer({ link, slug }: LinkedProvider, errorType: string, error: string): LinkAnswer {
  const redirect_url =
    link.redirectUrl === null ? null : resultUrl(link.redirectUrl, { state: 'error', errorType, error });
  return {
    status: 200,
    body: { state: 'error', ...unset, redirect_url, error_type: errorType, error, provider: slug },
  };
}

/** The answer that the provider has sent a code to the person. */
export function pendingAnswer({ slug }: LinkedProvider, method: 'sms' | 'email'): LinkAnswer {
  const provider_mfa = { method, hint: hints[method] };
  return { status: 200, body: { state: 'pending_provider_mfa', ...unset, provider_mfa, provider: slug } };
}
