import { expect } from 'vitest';
import { type Connection, knownCause } from '../../../server/model/connection.ts';
import { presentJunction } from '../../../server/vendors/junction.ts';
import { presentMielto } from '../../../server/vendors/mielto-connection.ts';
import { presentOpenWearables } from '../../../server/vendors/open-wearables.ts';
import { statusTable } from '../../../server/vendors/status-table.ts';

/**
 * Expects that all three presenters show the status that the status table has for the connection. A cause that is not
 * known is shown like `unknown`, but Junction shows it as it is.
 */
export function expectTableStatuses(connection: Connection): void {
  const type = connection.cause?.type ?? null;
  const known = type === null ? null : (knownCause(type) ?? 'unknown');
  const row = statusTable.find(({ state, cause }) => state === connection.state && cause === known);
  if (row === undefined) throw new Error(`No connection is ${connection.state} with the cause ${type}.`);
  expect(presentOpenWearables(connection).status).toBe(row.shown['open-wearables']);
  expect(presentMielto(connection, 'ws_test').status).toBe(row.shown.mielto);
  if (row.shown.junction === null) return;
  const { status, error_details } = presentJunction(connection);
  expect(error_details?.error_type ?? 'connected').toBe(type === null ? row.shown.junction : type);
  expect(status).toBe(row.shown.junction === 'connected' ? 'connected' : 'error');
}
