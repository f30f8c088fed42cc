import {
  type CauseType,
  type Connection,
  type ConnectionState,
  connectionStates,
  type KnownCause,
  knownCause,
} from '../model/connection.ts';
import { failureState } from '../model/transition.ts';

/** The causes of the state `error`. The other two are an expiry and a revocation. */
export type ErrorCause = Exclude<KnownCause, 'token_refresh_failed' | 'deregistered_per_provider'>;

/** How one vendor shows each state, and the state `error` for each cause; null if the vendor does not list it. */
export type StatusColumn<Shown extends string | null = string | null> = Readonly<
  Record<Exclude<ConnectionState, 'error'>, Shown>
> & {
  readonly error: Readonly<Record<ErrorCause, Shown>>;
  /** How the vendor shows a cause that is not known; by default like the cause `unknown`. */
  readonly newError?: (type: CauseType) => Shown;
};

/** How the vendor of a column shows a connection; null if the vendor does not list it. */
export function shownStatus<Shown extends string | null>(
  column: StatusColumn<Shown>,
  { state, cause }: Pick<Connection, 'state' | 'cause'>,
): Shown {
  if (state !== 'error') return column[state];
  const given = cause?.type ?? 'unknown';
  const type = knownCause(given);
  switch (type) {
    case null:
      return column.newError === undefined ? column.error.unknown : column.newError(given);
    case 'token_refresh_failed':
    case 'deregistered_per_provider':
      return shownStatus(column, { state: failureState(type).state, cause });
    default:
      return column.error[type];
  }
}

/** The states in which the vendor lists a connection; with `status`, only those that it shows as `status`. */
export function shownStates<Shown extends string | null>(
  column: StatusColumn<Shown>,
  status?: NonNullable<Shown>,
): ConnectionState[] {
  return connectionStates.filter((state) => {
    const shown: readonly Shown[] = state === 'error' ? Object.values(column.error) : [column[state]];
    return status === undefined ? shown.some((value) => value !== null) : shown.includes(status);
  });
}
