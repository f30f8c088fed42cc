import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Connection, causeTypes, connectionStates } from '../../../server/model/connection.ts';
import {
  applyTransition,
  failureState,
  type Transition,
  type TransitionName,
} from '../../../server/model/transition.ts';
import { statusTable } from '../../../server/vendors/status-table.ts';
import { changedAt, connectionIn } from '../../support/connection-in.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { expectTableStatuses } from '../vendors/expect-table-statuses.ts';

const start = fc.constantFrom(...statusTable).map(({ state, cause }) => connectionIn(state, cause));
/** Also causes that is not known yet. */
const cause = fc.oneof(fc.constantFrom(...causeTypes), fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/));
const transition: fc.Arbitrary<Transition> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constantFrom('sync', 'expire', 'revoke', 'deactivate', 'reconnect') }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fail' as const), cause }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('fail' as const), cause, message: fc.string() }) },
);
/** The time of the clock, which may stay the same or go back. */
const clock = fc.integer({ min: -1000, max: 1000 }).map((seconds) => {
  return new Date(Date.parse(changedAt) + seconds * 1000).toISOString();
});
const steps = fc.array(fc.tuple(transition, clock), { maxLength: 20 });

/** Applies each legal step, and calls `check` after each. */
function applySteps(
  [from, sequence]: readonly [Connection, readonly (readonly [Transition, string])[]],
  check: (before: Connection, after: Connection, step: Transition, now: string) => void,
): void {
  let connection = from;
  for (const [step, now] of sequence) {
    const outcome = applyTransition(connection, step, now);
    if (outcome.kind === 'illegal') continue;
    check(connection, outcome.connection, step, now);
    connection = outcome.connection;
  }
}

const forAnySteps = (check: Parameters<typeof applySteps>[1]) =>
  fc.assert(
    fc.property(start, steps, (from, sequence) => applySteps([from, sequence], check)),
    propertyRuns(100),
  );

describe('after any sequence of transitions', () => {
  test('the vendors show the statuses of the status table', () => {
    forAnySteps((_, after) => expectTableStatuses(after));
  });

  test('a connection has a cause if and only if it is expired, revoked or in error', () => {
    forAnySteps((_, { state, cause }) => {
      expect(cause !== null).toBe(['expired', 'revoked', 'error'].includes(state));
      if (cause !== null) expect(failureState(cause.type).state).toBe(state);
    });
  });

  test('only the state, the cause and the times of a connection have changed', () => {
    forAnySteps((before, after) => {
      const { state, cause, lastSyncedAt, updatedAt, ...rest } = after;
      expect({ ...before, ...rest }).toEqual(before);
    });
  });

  test('updatedAt has moved forward if and only if another field has changed', () => {
    forAnySteps((before, after) => {
      if (after === before) return;
      expect(after.updatedAt > before.updatedAt).toBe(true);
      const { updatedAt, ...rest } = after;
      expect({ ...before, ...rest }).not.toEqual(before);
    });
  });

  test('repeating the last transition changes nothing, unless it is a sync', () => {
    forAnySteps((_, after, step, now) => {
      const again = applyTransition(after, step, now);
      if (step.type !== 'sync') return expect(again).toEqual({ kind: 'unchanged', connection: after });
      expect(again).toMatchObject({
        kind: 'changed',
        connection: { state: after.state, cause: after.cause },
      });
    });
  });

  test('a refusal lists no illegal transition, and omits no transition that changes the connection', () => {
    fc.assert(
      fc.property(start, transition, clock, (connection, step, now) => {
        const outcome = applyTransition(connection, step, now);
        if (outcome.kind !== 'illegal') return;
        expect(outcome.state).toBe(connection.state);
        for (const name of names) {
          const { kind } = applyTransition(connection, named(name), now);
          if (outcome.legal.includes(name)) expect(kind).not.toBe('illegal');
          else expect(kind).not.toBe('changed');
        }
      }),
      propertyRuns(100),
    );
  });

  test('a connection can be deactivated and reconnected', () => {
    fc.assert(
      fc.property(fc.constantFrom(...connectionStates), clock, (state, now) => {
        const deactivated = applyTransition(connectionIn(state), { type: 'deactivate' }, now);
        if (deactivated.kind === 'illegal') throw new Error('Every connection can be deactivated.');
        const reconnected = applyTransition(deactivated.connection, { type: 'reconnect' }, now);
        expect(reconnected).toMatchObject({ kind: 'changed', connection: { state: 'active', cause: null } });
      }),
      propertyRuns(100),
    );
  });
});

const names: readonly TransitionName[] = ['sync', 'expire', 'revoke', 'fail', 'deactivate', 'reconnect'];

function named(name: TransitionName): Transition {
  return name === 'fail' ? { type: 'fail', cause: 'unknown', message: 'Something new.' } : { type: name };
}
