import { expect } from 'vitest';
import type { CauseType, Connection, ConnectionState } from '../../server/model/connection.ts';
import { presentJunction } from '../../server/vendors/junction.ts';
import { presentMielto } from '../../server/vendors/mielto.ts';
import { presentOpenWearables } from '../../server/vendors/open-wearables.ts';

interface Shown {
  readonly openWearables: 'active' | 'revoked' | 'expired';
  /** The error type where the status is error, or `not listed`. */
  readonly junction: 'connected' | 'not listed' | CauseType;
  readonly mielto: 'active' | 'testing' | 'inactive' | 'expired' | 'error';
}

/** How a connection in each state, with each cause that it may have, is shown by each vendor. */
export const statusTable: readonly (Shown & { state: ConnectionState; cause: CauseType | null })[] = [
  { state: 'active', cause: null, openWearables: 'active', junction: 'connected', mielto: 'active' },
  { state: 'testing', cause: null, openWearables: 'active', junction: 'connected', mielto: 'testing' },
  { state: 'inactive', cause: null, openWearables: 'revoked', junction: 'not listed', mielto: 'inactive' },
  failed('expired', 'token_refresh_failed', 'expired', 'expired'),
  failed('revoked', 'deregistered_per_provider', 'revoked', 'inactive'),
  failed('error', 'provider_credential_error', 'expired', 'error'),
  failed('error', 'provider_password_expired', 'expired', 'error'),
  failed('error', 'unknown', 'expired', 'error'),
  failed('error', 'user_not_found', 'revoked', 'error'),
  failed('error', 'required_scopes_not_granted', 'revoked', 'error'),
  failed('error', 'webhook_registration_failed', 'active', 'error'),
];

function failed(
  state: ConnectionState,
  cause: CauseType,
  openWearables: Shown['openWearables'],
  mielto: Shown['mielto'],
) {
  return { state, cause, openWearables, junction: cause, mielto };
}

/** Expects that all three presenters show the connection as its row of the table says. */
export function expectShownAsInTable(connection: Connection): void {
  const type = connection.cause?.type ?? null;
  const row = statusTable.find(({ state, cause }) => state === connection.state && cause === type);
  if (row === undefined) throw new Error(`No connection is ${connection.state} with the cause ${type}.`);
  expect(presentOpenWearables(connection).status).toBe(row.openWearables);
  expect(presentMielto(connection).status).toBe(row.mielto);
  if (row.junction === 'not listed') return;
  const { status, error_details } = presentJunction(connection);
  expect(error_details?.error_type ?? 'connected').toBe(row.junction);
  expect(status).toBe(row.junction === 'connected' ? 'connected' : 'error');
}
