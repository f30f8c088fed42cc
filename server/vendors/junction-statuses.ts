import type { CauseType } from '../model/connection.ts';
import { type StatusColumn, shownStates } from './status-column.ts';

/** Junction distinguishes the causes of an error, and does not list a connection that is switched off. */
export const junctionStatuses: StatusColumn<'connected' | CauseType | null> = {
  active: 'connected',
  testing: 'connected',
  inactive: null,
  expired: 'token_refresh_failed',
  revoked: 'deregistered_per_provider',
  error: {
    provider_credential_error: 'provider_credential_error',
    provider_password_expired: 'provider_password_expired',
    unknown: 'unknown',
    user_not_found: 'user_not_found',
    required_scopes_not_granted: 'required_scopes_not_granted',
    webhook_registration_failed: 'webhook_registration_failed',
  },
  newError: (type) => type,
};

/** The states in which Junction lists a connection. */
export const listedStates = shownStates(junctionStatuses);
