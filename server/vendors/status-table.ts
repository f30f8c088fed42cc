import { byVendor, type Vendor } from '../../spec/vendors.ts';
import {
  type Connection,
  type ConnectionState,
  causeTypes,
  connectionStates,
  type KnownCause,
} from '../model/connection.ts';
import { failureState } from '../model/transition.ts';
import { shownStatus } from './status-column.ts';
import { vendorApis } from './vendor-apis.ts';

/** One row of the status table: a state, one of its causes, and how each vendor shows it. */
export interface StatusRow {
  readonly state: ConnectionState;
  /** Null for a state that has no cause. */
  readonly cause: KnownCause | null;
  /** Null for a vendor that does not list it. */
  readonly shown: Readonly<Record<Vendor, string | null>>;
}

/** How each vendor shows each state, made from the vendors' columns. */
export const statusTable: readonly StatusRow[] = connectionStates.flatMap((state) => {
  const causes = causeTypes.filter((cause) => failureState(cause).state === state);
  return (causes.length === 0 ? [null] : causes).map((type) => {
    const cause = type === null ? null : { type, message: '', occurredAt: '' };
    return { state, cause: type, shown: listedAs({ state, cause }) };
  });
});

/** How each vendor shows a connection, for any provider; null for a vendor that does not list it. */
export function listedAs(connection: Pick<Connection, 'state' | 'cause'>): StatusRow['shown'] {
  return byVendor(({ vendor }) => shownStatus(vendorApis[vendor].statuses, connection));
}
