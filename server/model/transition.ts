import {
  type Cause,
  type CauseType,
  type Connection,
  type ConnectionState,
  type KnownCause,
  knownCause,
} from './connection.ts';
import type { Instant } from './instant.ts';

/** A named change of one connection's state. */
export type Transition =
  | { readonly type: 'sync' | 'expire' | 'revoke' | 'deactivate' | 'reconnect' }
  | { readonly type: 'fail'; readonly cause: CauseType; readonly message?: string };

export type TransitionName = Transition['type'];

/** All transitions, in the order in which they are shown. */
export const transitionNames: readonly TransitionName[] = [
  'sync',
  'expire',
  'revoke',
  'fail',
  'deactivate',
  'reconnect',
];

/** The states from which each transition is legal. */
const legalFrom: Readonly<Record<TransitionName, readonly ConnectionState[]>> = {
  sync: ['active', 'testing'],
  expire: ['active', 'testing'],
  revoke: ['active', 'testing', 'expired', 'revoked', 'error'],
  fail: ['active', 'testing', 'error'],
  deactivate: ['active', 'testing', 'inactive', 'expired', 'revoked', 'error'],
  reconnect: ['inactive', 'expired', 'revoked', 'error'],
};

/** The state to which each transition leads; a sync keeps the current state. */
export const targetStates = {
  sync: null,
  expire: 'expired',
  revoke: 'revoked',
  fail: 'error',
  deactivate: 'inactive',
  reconnect: 'active',
} as const satisfies Readonly<Record<TransitionName, ConnectionState | null>>;

/** The fields that a transition may change. It also ends `expiresAt`. */
export const fieldsOfTransitions = [
  'state',
  'cause',
  'lastSyncedAt',
  'updatedAt',
] as const satisfies (keyof Connection)[];

/** The result of a transition. The connection that was given is not modified. */
export type TransitionOutcome =
  | { readonly kind: 'changed'; readonly connection: Connection }
  | { readonly kind: 'unchanged'; readonly connection: Connection }
  | { readonly kind: 'illegal'; readonly state: ConnectionState; readonly legal: readonly TransitionName[] };

/**
 * Applies one transition at the moment `now`.
 * A transition that is repeated in its target state changes nothing, but a sync always moves `lastSyncedAt`.
 * Only an active connection keeps the expiry of its token.
 * `updatedAt` moves forward with every change, even if the clock is frozen.
 */
export function applyTransition(
  connection: Connection,
  transition: Transition,
  now: Instant,
): TransitionOutcome {
  const at = now > connection.updatedAt ? now : justAfter(connection.updatedAt);
  const target = targetOf(transition, connection, at);
  if (alreadyThere(connection, transition, target)) return { kind: 'unchanged', connection };
  if (!legalFrom[target.rule].includes(connection.state)) {
    return { kind: 'illegal', state: connection.state, legal: legalTransitions(connection.state) };
  }
  const { state, cause, lastSyncedAt = connection.lastSyncedAt } = target;
  const changes: Pick<Connection, (typeof fieldsOfTransitions)[number]> = {
    state,
    cause,
    lastSyncedAt,
    updatedAt: at,
  };
  const expiresAt = state === 'active' || state === 'testing' ? connection.expiresAt : null;
  return { kind: 'changed', connection: { ...connection, ...changes, expiresAt } };
}

/** The transitions that are legal in `state`, in the order of the table. */
export function legalTransitions(state: ConnectionState): TransitionName[] {
  return transitionNames.filter((name) => legalFrom[name].includes(state));
}

interface Target {
  /** The row of `legalFrom` that applies: `fail` with the cause of an expiry is an expiry. */
  readonly rule: TransitionName;
  readonly state: ConnectionState;
  readonly cause: Cause | null;
  readonly lastSyncedAt?: Instant;
}

function targetOf(transition: Transition, connection: Connection, at: Instant): Target {
  switch (transition.type) {
    case 'sync':
      return { rule: 'sync', state: connection.state, cause: connection.cause, lastSyncedAt: at };
    case 'expire':
      return { rule: 'expire', state: targetStates.expire, cause: causeOf('token_refresh_failed', at) };
    case 'revoke':
      return { rule: 'revoke', state: targetStates.revoke, cause: causeOf('deregistered_per_provider', at) };
    case 'deactivate':
      return { rule: 'deactivate', state: targetStates.deactivate, cause: null };
    case 'reconnect':
      return { rule: 'reconnect', state: targetStates.reconnect, cause: null };
    case 'fail': {
      const cause = causeOf(transition.cause, at, transition.message);
      return { ...failureState(transition.cause), cause };
    }
    default:
      return transition satisfies never;
  }
}

/** The state to which a cause leads, and the transition whose rule applies. A cause that is not known is an error. */
export function failureState(cause: CauseType): { rule: TransitionName; state: ConnectionState } {
  const known = knownCause(cause);
  switch (known) {
    case 'token_refresh_failed':
      return { rule: 'expire', state: targetStates.expire };
    case 'deregistered_per_provider':
      return { rule: 'revoke', state: targetStates.revoke };
    case 'webhook_registration_failed':
    case 'user_not_found':
    case 'required_scopes_not_granted':
    case 'provider_credential_error':
    case 'provider_password_expired':
    case 'unknown':
    case null:
      return { rule: 'fail', state: targetStates.fail };
    default:
      return known satisfies never;
  }
}

/** A cause of this type, with this project's message if none is given. */
export function causeOf(type: CauseType, occurredAt: Instant, message?: string): Cause {
  return { type, message: message ?? causeMessages[knownCause(type) ?? 'unknown'], occurredAt };
}

const causeMessages: Readonly<Record<KnownCause, string>> = {
  token_refresh_failed: 'The access to the account has expired and could not be renewed.',
  webhook_registration_failed: 'The provider refused to send notifications for this account.',
  user_not_found: 'The provider no longer knows this account.',
  deregistered_per_provider: 'The user has withdrawn access at the provider.',
  required_scopes_not_granted: 'The user did not grant a permission that is required.',
  provider_credential_error: 'The provider rejected the credentials of this account.',
  provider_password_expired: 'The password of this account at the provider has expired.',
  unknown: 'The provider answered with an error that it did not explain.',
};

function alreadyThere(connection: Connection, transition: Transition, target: Target): boolean {
  if (transition.type === 'sync' || connection.state !== target.state) return false;
  if (connection.cause?.type !== target.cause?.type) return false;
  const message = transition.type === 'fail' ? transition.message : undefined;
  return message === undefined || message === connection.cause?.message;
}

/** The next moment: one millisecond later. */
export function justAfter(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1).toISOString();
}
