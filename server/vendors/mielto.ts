// Mielto's API: the answers of its operations, and how it shows states and errors.
import type { operations } from '../../generated/mielto.ts';
import type { Handlers } from '../api/api.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import { mieltoCallbackHandlers } from './mielto-callback.ts';
import { mieltoStatuses } from './mielto-connection.ts';
import { mieltoConnectionHandlers } from './mielto-connections.ts';
import { mieltoListHandlers } from './mielto-list.ts';
import { mieltoOauthHandlers } from './mielto-oauth.ts';
import type { VendorApi, VendorCaller } from './vendor-api.ts';

const handlers: Handlers<operations, VendorCaller, 'skip' | 'limit'> = {
  ...mieltoListHandlers,
  ...mieltoConnectionHandlers,
  ...mieltoOauthHandlers,
  ...mieltoCallbackHandlers,
};

/** Mielto's API. */
export const mielto: VendorApi = {
  handlers,
  statuses: mieltoStatuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: {
        status: 401,
        body: { detail: 'Invalid or missing token' },
        headers: { 'WWW-Authenticate': 'Bearer' },
      },
      notFound: 'Connection not found',
      invalid: validationError,
    }),
};
