import type { LinkErrorType } from './link-error-type.ts';

/** How a consent page can end. `name` is the value of `simulate`. */
export interface ConsentOutcome {
  readonly name: string;
  /** What a person chooses. */
  readonly title: string;
  readonly summary: string;
  readonly end:
    | { readonly kind: 'grant'; readonly scopes: 'all' | 'required' | 'optional' }
    | Refusal
    /** The link expires before the person returns. */
    | { readonly kind: 'timeout' };
}

/** `error` is the error code of OAuth, which only this outcome has. `errorType` is Junction's word for it. */
interface Refusal {
  readonly kind: 'refusal';
  readonly error: string;
  readonly errorType: LinkErrorType;
}

/** All outcomes, in the order of the page. */
export const consentOutcomes: readonly ConsentOutcome[] = [
  {
    name: 'grant',
    title: 'Allow',
    summary: 'The person grants everything.',
    end: { kind: 'grant', scopes: 'all' },
  },
  {
    name: 'deny',
    title: 'Deny',
    summary: 'The person denies access.',
    end: { kind: 'refusal', error: 'access_denied', errorType: 'user_cancelled' },
  },
  {
    name: 'grant-required',
    title: 'Allow only what is required',
    summary: 'The person grants the required scopes and no other.',
    end: { kind: 'grant', scopes: 'required' },
  },
  {
    name: 'required_scopes_not_granted',
    title: 'Allow only what is optional',
    summary: 'The person grants the optional scopes and no required one.',
    end: { kind: 'grant', scopes: 'optional' },
  },
  {
    name: 'provider_api_error',
    title: 'Provider fails',
    summary: 'The provider does not answer. Try again later.',
    end: { kind: 'refusal', error: 'server_error', errorType: 'provider_api_error' },
  },
  {
    name: 'provider_credential_error',
    title: 'Credentials rejected',
    summary: 'The provider rejected the credentials.',
    end: { kind: 'refusal', error: 'unauthorized_client', errorType: 'provider_credential_error' },
  },
  {
    name: 'provider_password_expired',
    title: 'Password expired',
    summary: 'The password has expired. Set a new one at the provider.',
    end: { kind: 'refusal', error: 'login_required', errorType: 'provider_password_expired' },
  },
  {
    name: 'unsupported_region',
    title: 'Region not supported',
    summary: 'The provider does not support the region of this account.',
    end: { kind: 'refusal', error: 'unsupported_region', errorType: 'unsupported_region' },
  },
  {
    name: 'duplicate_connection',
    title: 'Account already connected',
    summary: 'Another user has connected this account.',
    end: { kind: 'refusal', error: 'duplicate_connection', errorType: 'duplicate_connection' },
  },
  {
    name: 'timeout',
    title: 'Take too long',
    summary: 'The link expires now, before the person returns with a code.',
    end: { kind: 'timeout' },
  },
];

/** The outcome with this value of `simulate`; undefined if there is none. */
export function consentOutcome(name: string): ConsentOutcome | undefined {
  return consentOutcomes.find((outcome) => outcome.name === name);
}

/** Junction's word for an error code of OAuth; undefined if no outcome has it. */
export function errorTypeOf(error: string): LinkErrorType | undefined {
  for (const { end } of consentOutcomes) {
    if (end.kind === 'refusal' && end.error === error) return end.errorType;
  }
  return undefined;
}
