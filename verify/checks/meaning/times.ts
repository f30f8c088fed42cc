import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { itemCheck } from './item-check.ts';

/** How much the clocks of two machines may differ. */
const skewMilliseconds = 5 * 60_000;

const nanosecondsPerMillisecond = 1_000_000n;

/** Earlier times are placeholders such as the year 1. */
const oldest = BigInt(Date.UTC(1902, 0, 1)) * nanosecondsPerMillisecond;

/** Times of an item, compared with each other and with the current time. */
export function timeChecks(context: ListContext): Check[] {
  const { timesInOrder, pastTimes, timesOrNull } = context.rules;
  return [
    ...timesInOrder.map(([earlier, later, provenance]) =>
      itemCheck(context, {
        name: `${lastKey(earlier)}-before-${lastKey(later)}`,
        title: `${lastKey(later)} is never before ${lastKey(earlier)}`,
        why: 'Clients sort by these times and show how long something has lasted.',
        fix: `Set ${lastKey(later)} to the time of the change, read from the same clock as ${lastKey(earlier)}.`,
        field: firstKey(later),
        provenance,
        check: (item) => {
          const [first, second] = [instant(valueAt(item, earlier)), instant(valueAt(item, later))];
          if (first === null || second === null) return null;
          if (first <= second) return 'kept';
          return {
            at: later,
            expected: `a time that is not before ${lastKey(earlier)}`,
            value: valueAt(item, later),
          };
        },
      }),
    ),
    ...pastTimes.map((pointer) =>
      itemCheck(context, {
        name: `${lastKey(pointer)}-past`,
        title: `${lastKey(pointer)} is not more than five minutes in the future`,
        why: 'Times in the future are usually in the wrong time zone, so every time of the list is wrong for clients.',
        fix: 'Write times in UTC, and synchronise the clock.',
        field: firstKey(pointer),
        provenance: 'decided',
        check: (item, _user, session) => {
          const time = instant(valueAt(item, pointer));
          if (time === null) return null;
          const latest =
            BigInt(session.options.now().getTime() + skewMilliseconds) * nanosecondsPerMillisecond;
          if (time <= latest) return 'kept';
          return { at: pointer, expected: 'a time that is not in the future', value: valueAt(item, pointer) };
        },
      }),
    ),
    ...pastTimes.map((pointer) =>
      itemCheck(context, {
        name: `${lastKey(pointer)}-real`,
        title: `${lastKey(pointer)} is a real time, not a placeholder such as year 1 or 1970-01-01T00:00:00Z`,
        why: 'Clients show a placeholder as if it were the real time.',
        fix: 'Send null if there is no time and the contract allows null.',
        field: firstKey(pointer),
        provenance: timesOrNull.includes(pointer) ? 'page' : 'decided',
        check: (item) => {
          const value = valueAt(item, pointer);
          const time = instant(value);
          if (time === null) return null;
          if (time !== 0n && time >= oldest) return 'kept';
          return { at: pointer, expected: 'a real time, not a placeholder', value };
        },
      }),
    ),
  ];
}

/** Nanoseconds since 1970; null if it is not a time. A `Date` would drop the digits after the milliseconds. */
function instant(value: unknown): bigint | null {
  if (typeof value !== 'string') return null;
  const [, whole, fraction = '', zone] = /^([^.]+?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(value) ?? [];
  const seconds = Date.parse(`${whole}${zone}`);
  if (Number.isNaN(seconds)) return null;
  return BigInt(seconds) * nanosecondsPerMillisecond + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}

function firstKey(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

function lastKey(pointer: string): string {
  return pointer.split('/').at(-1) ?? '';
}
