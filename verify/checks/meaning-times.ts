import type { Check } from '../run/check.ts';
import { valueAt } from '../vendors/vendor-rules.ts';
import type { PlanContext } from './define-check.ts';
import { itemCheck } from './item-rule.ts';

/** Clocks of two machines may differ by so much. */
const skewMilliseconds = 5 * 60_000;

/** Times of an item, compared with one another and with now. */
export function timeChecks(context: PlanContext): Check[] {
  const { timesInOrder, pastTimes } = context.rules;
  return [
    ...timesInOrder.map(([earlier, later]) =>
      itemCheck(context, {
        name: `${lastKey(earlier)}-before-${lastKey(later)}`,
        title: `${lastKey(later)} is never before ${lastKey(earlier)}`,
        why: 'Clients sort by these times and show how long something has lasted.',
        mend: `Set ${lastKey(later)} to the time of the change, from the same clock as ${lastKey(earlier)}.`,
        field: firstKey(later),
        judge: (item) => {
          const [first, second] = [instant(valueAt(item, earlier)), instant(valueAt(item, later))];
          if (first === null || second === null) return null;
          if (first <= second) return 'kept';
          return {
            pointer: later,
            expected: `no time before ${lastKey(earlier)}`,
            value: valueAt(item, later),
          };
        },
      }),
    ),
    ...pastTimes.map((pointer) =>
      itemCheck(context, {
        name: `${lastKey(pointer)}-past`,
        title: `${lastKey(pointer)} is not in the future, but for five minutes of skew`,
        why: 'What has not happened yet cannot be listed; such times come of a zone that was mistaken.',
        mend: 'Write times in UTC, and keep the clock right.',
        field: firstKey(pointer),
        judge: (item, _listing, session) => {
          const time = instant(valueAt(item, pointer));
          if (time === null) return null;
          if (time <= session.options.now().getTime() + skewMilliseconds) return 'kept';
          return { pointer, expected: 'no time in the future', value: valueAt(item, pointer) };
        },
      }),
    ),
  ];
}

function instant(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function firstKey(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

function lastKey(pointer: string): string {
  return pointer.split('/').at(-1) ?? '';
}
