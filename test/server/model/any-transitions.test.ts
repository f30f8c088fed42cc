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
import { changedAt, connectionIn } from '../../support/a-connection.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { expectShownAsInTable } from '../vendors/expect-shown.ts';

const start = fc.constantFrom(...statusTable).map(({ state, cause }) => connectionIn(state, cause));
const cause = fc.constantFrom(...causeTypes);
const transition: fc.Arbitrary<Transition> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constantFrom('sync', 'expire', 'revoke', 'deactivate', 'reconnect') }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fail' as const), cause }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('fail' as const), cause, message: fc.string() }) },
);
/** What the clock shows; it may stand still or go back. */
const clock = fc.integer({ min: -1000, max: 1000 }).map((seconds) => {
  return new Date(Date.parse(changedAt) + seconds * 1000).toISOString();
});
const steps = fc.array(fc.tuple(transition, clock), { maxLength: 20 });

/** Takes each step that is legal, and looks at what each has done. */
function walk(
  [from, taken]: readonly [Connection, readonly (readonly [Transition, string])[]],
  look: (before: Connection, after: Connection, step: Transition, now: string) => void,
): void {
  let connection = from;
  for (const [step, now] of taken) {
    const outcome = applyTransition(connection, step, now);
    if (outcome.kind === 'illegal') continue;
    look(connection, outcome.connection, step, now);
    connection = outcome.connection;
  }
}

const always = (look: Parameters<typeof walk>[1]) =>
  fc.assert(
    fc.property(start, steps, (from, taken) => walk([from, taken], look)),
    propertyRuns(100),
  );

describe('whatever happens to a connection', () => {
  test('it is shown as the status table says', () => {
    always((_, after) => expectShownAsInTable(after));
  });

  test('it has a cause exactly where it is expired, revoked or in error', () => {
    always((_, { state, cause }) => {
      expect(cause !== null).toBe(['expired', 'revoked', 'error'].includes(state));
      if (cause !== null) expect(failureState(cause.type).state).toBe(state);
    });
  });

  test('it stays the same connection', () => {
    always((before, after) => {
      const { state, cause, lastSyncedAt, updatedAt, ...rest } = after;
      expect({ ...before, ...rest }).toEqual(before);
    });
  });

  test('each change moves its time, and nothing else does', () => {
    always((before, after) => {
      if (after === before) return;
      expect(after.updatedAt > before.updatedAt).toBe(true);
      const { updatedAt, ...rest } = after;
      expect({ ...before, ...rest }).not.toEqual(before);
    });
  });

  test('the same transition again changes nothing, unless it is a sync', () => {
    always((_, after, step, now) => {
      const again = applyTransition(after, step, now);
      if (step.type !== 'sync') return expect(again).toEqual({ kind: 'unchanged', connection: after });
      expect(again).toMatchObject({
        kind: 'changed',
        connection: { state: after.state, cause: after.cause },
      });
    });
  });

  test('each transition that a refusal names is legal, and those it leaves out change nothing', () => {
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

  test('it can be made to work again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...connectionStates), clock, (state, now) => {
        const off = applyTransition(connectionIn(state), { type: 'deactivate' }, now);
        if (off.kind === 'illegal') throw new Error('Every connection can be switched off.');
        const on = applyTransition(off.connection, { type: 'reconnect' }, now);
        expect(on).toMatchObject({ kind: 'changed', connection: { state: 'active', cause: null } });
      }),
      propertyRuns(100),
    );
  });
});

const names: readonly TransitionName[] = ['sync', 'expire', 'revoke', 'fail', 'deactivate', 'reconnect'];

function named(name: TransitionName): Transition {
  return name === 'fail' ? { type: 'fail', cause: 'unknown', message: 'Something new.' } : { type: name };
}
