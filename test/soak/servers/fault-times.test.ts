import { expect, test } from 'vitest';
import { createFaultTimes } from './fault-times.ts';

/** Each disturbance lasts from 10,000 to 20,000. Only server `a` is killed. */
function causeDuring(cause: 'killed' | 'cut' | 'outage' | 'reset', request: object): string | null {
  let now = 10_000;
  const faults = createFaultTimes(() => now);
  const end = faults.begin(cause, cause === 'killed' ? 'a' : undefined);
  now = 20_000;
  end();
  return faults.causeOf({ origin: 'a', status: 503, isWrite: true, from: 15_000, to: 16_000, ...request });
}

test.each([
  ['killed', { status: null }, 'killed'],
  ['killed', { status: null, origin: 'b' }, null],
  ['killed', { status: null, from: 8_000, to: 9_000 }, null],
  ['killed', { status: 503 }, null],
  ['cut', {}, 'cut'],
  ['cut', { isWrite: false }, null],
  ['cut', { status: 500 }, null],
  ['cut', { status: null }, null],
  ['cut', { from: 21_000, to: 21_001 }, 'cut'],
  ['cut', { from: 22_000, to: 22_001 }, null],
  ['outage', { isWrite: false }, 'outage'],
  ['outage', { status: 500 }, null],
  ['reset', {}, null],
] as const)('%s, a request with %j: the cause is %s', (cause, request, expected) => {
  expect(causeDuring(cause, request)).toBe(expected);
});
