import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { itemCheck } from './item-rule.ts';

/** Clocks of two machines may differ by so much. */
const skewMilliseconds = 5 * 60_000;

const nanosecondsPerMillisecond = 1_000_000n;

/** Before the first machine that could have written it. */
const oldest = BigInt(Date.UTC(1902, 0, 1)) * nanosecondsPerMillisecond;

/** Times of an item, compared with one another and with now. */
export function timeChecks(context: ListContext): Check[] {
  const { timesInOrder, pastTimes } = context.rules;
  return [
    ...timesInOrder.map(([earlier, later, provenance]) =>
      itemCheck(context, {
        name: `${lastKey(earlier)}-before-${lastKey(later)}`,
        title: `${lastKey(later)} is never before ${lastKey(earlier)}`,
        why: 'Clients sort by these times and show how long something has lasted.',
        fix: `Set ${lastKey(later)} to the time of the change, from the same clock as ${lastKey(earlier)}.`,
        field: firstKey(later),
        provenance,
        check: (item) => {
          const [first, second] = [instant(valueAt(item, earlier)), instant(valueAt(item, later))];
          if (first === null || second === null) return null;
          if (first <= second) return 'kept';
          return {
            at: later,
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
        fix: 'Write times in UTC, and keep the clock right.',
        field: firstKey(pointer),
        check: (item, _user, session) => {
          const time = instant(valueAt(item, pointer));
          if (time === null) return null;
          const latest =
            BigInt(session.options.now().getTime() + skewMilliseconds) * nanosecondsPerMillisecond;
          if (time <= latest) return 'kept';
          return { at: pointer, expected: 'no time in the future', value: valueAt(item, pointer) };
        },
      }),
    ),
    ...pastTimes.map((pointer) =>
      itemCheck(context, {
        name: `${lastKey(pointer)}-real`,
        title: `${lastKey(pointer)} is a time, and not the zero of a clock`,
        why: 'Year 1 and midnight of 1970 are what programs write where they have no time; clients show them as it is.',
        fix: 'Send null where there is no time and the contract allows it.',
        field: firstKey(pointer),
        check: (item) => {
          const value = valueAt(item, pointer);
          const time = instant(value);
          if (time === null) return null;
          if (time !== 0n && time >= oldest) return 'kept';
          return { at: pointer, expected: 'a time at which there was such a provider', value };
        },
      }),
    ),
  ];
}

/** Nanoseconds since 1970; null for what is no time. A `Date` would drop all behind the milliseconds. */
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
