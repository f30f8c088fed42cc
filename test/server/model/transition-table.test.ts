import { describe, expect, test } from 'vitest';
import { type ConnectionState, causeTypes, connectionStates } from '../../../server/model/connection.ts';
import {
  applyTransition,
  causeOf,
  legalTransitions,
  type Transition,
  type TransitionName,
} from '../../../server/model/transition.ts';
import { changedAt, connectionIn, createdAt } from '../../support/connection-in.ts';

const now = '2025-06-03T12:00:00.000Z';

const columns: readonly Transition[] = [
  { type: 'sync' },
  { type: 'expire' },
  { type: 'revoke' },
  { type: 'fail', cause: 'unknown' },
  { type: 'fail', cause: 'user_not_found' },
  { type: 'fail', cause: 'quota_exceeded' },
  { type: 'fail', cause: 'token_refresh_failed' },
  { type: 'fail', cause: 'deregistered_per_provider' },
  { type: 'deactivate' },
  { type: 'reconnect' },
];

/** The state to which each column leads. `=` means that nothing changes, `-` that the transition is illegal. */
const table: Readonly<Record<ConnectionState, readonly (ConnectionState | '=' | '-')[]>> = {
  active: ['active', 'expired', 'revoked', 'error', 'error', 'error', 'expired', 'revoked', 'inactive', '='],
  testing: [
    'testing',
    'expired',
    'revoked',
    'error',
    'error',
    'error',
    'expired',
    'revoked',
    'inactive',
    '-',
  ],
  inactive: ['-', '-', '-', '-', '-', '-', '-', '-', '=', 'active'],
  expired: ['-', '=', 'revoked', '-', '-', '-', '=', 'revoked', 'inactive', 'active'],
  revoked: ['-', '-', '=', '-', '-', '-', '-', '=', 'inactive', 'active'],
  error: ['-', '-', 'revoked', '=', 'error', 'error', '-', 'revoked', 'inactive', 'active'],
};

const legal: Readonly<Record<ConnectionState, readonly TransitionName[]>> = {
  active: ['sync', 'expire', 'revoke', 'fail', 'deactivate'],
  testing: ['sync', 'expire', 'revoke', 'fail', 'deactivate'],
  inactive: ['deactivate', 'reconnect'],
  expired: ['revoke', 'deactivate', 'reconnect'],
  revoked: ['revoke', 'deactivate', 'reconnect'],
  error: ['revoke', 'fail', 'deactivate', 'reconnect'],
};

const cells = connectionStates.flatMap((from) =>
  columns.map((transition, column) => ({
    from,
    transition,
    name: 'cause' in transition ? `fail (${transition.cause})` : transition.type,
    want: table[from][column],
  })),
);

describe('the transition table', () => {
  test.each(cells)('$name leads from $from to $want', ({ from, transition, want }) => {
    const connection = connectionIn(from);
    const before = structuredClone(connection);
    const outcome = applyTransition(connection, transition, now);
    expect(connection).toEqual(before);

    if (want === '=') return expect(outcome).toEqual({ kind: 'unchanged', connection });
    if (want === '-') return expect(outcome).toEqual({ kind: 'illegal', state: from, legal: legal[from] });
    expect(outcome).toMatchObject({
      kind: 'changed',
      connection: { state: want, updatedAt: now, createdAt },
    });
  });

  test.each(connectionStates)('lists the legal transitions from %s', (state) => {
    expect(legalTransitions(state)).toEqual(legal[state]);
  });

  test.each([
    ['expire', { type: 'expire' }, causeOf('token_refresh_failed', now)],
    ['revoke', { type: 'revoke' }, causeOf('deregistered_per_provider', now)],
    ['deactivate', { type: 'deactivate' }, null],
    [
      'fail',
      { type: 'fail', cause: 'unknown', message: '' },
      { type: 'unknown', message: '', occurredAt: now },
    ],
  ] satisfies [string, Transition, unknown][])('%s sets the cause and its time', (_, transition, cause) => {
    const outcome = applyTransition(connectionIn('active'), transition, now);
    expect(outcome).toMatchObject({ kind: 'changed', connection: { cause } });
  });

  test.each(['expired', 'revoked', 'error'] as const)('reconnect clears the cause of %s', (state) => {
    const outcome = applyTransition(connectionIn(state), { type: 'reconnect' }, now);
    expect(outcome).toMatchObject({ connection: { state: 'active', cause: null, lastSyncedAt: null } });
  });

  test('sync changes only lastSyncedAt and updatedAt', () => {
    const connection = connectionIn('testing');
    const synced = { ...connection, lastSyncedAt: now, updatedAt: now };
    expect(applyTransition(connection, { type: 'sync' }, now)).toEqual({
      kind: 'changed',
      connection: synced,
    });
  });

  test.each(causeTypes)(
    'a second failure with the cause %s and another message is a change, if it is legal',
    (cause) => {
      const failed = applyTransition(connectionIn('active'), { type: 'fail', cause, message: 'One.' }, now);
      if (failed.kind !== 'changed') throw new Error('A failure is legal from active.');
      const again = applyTransition(failed.connection, { type: 'fail', cause, message: 'Two.' }, now);
      if (cause === 'token_refresh_failed') return expect(again.kind).toBe('illegal');
      expect(again).toMatchObject({
        kind: 'changed',
        connection: { cause: { type: cause, message: 'Two.' } },
      });
    },
  );

  test.each([changedAt, '2025-06-01T00:00:00.000Z'])(
    'updatedAt moves forward if the clock shows %s',
    (clock) => {
      const outcome = applyTransition(connectionIn('active'), { type: 'expire' }, clock);
      const at = '2025-06-02T12:00:00.001Z';
      expect(outcome).toMatchObject({ connection: { updatedAt: at, cause: { occurredAt: at } } });
    },
  );

  test.each(causeTypes)('%s has a readable message', (type) => {
    expect(causeOf(type, now).message).toMatch(/^[A-Z].{20,}\.$/);
  });
});
