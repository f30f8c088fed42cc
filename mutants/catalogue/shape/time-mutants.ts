import { type Json, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onItem } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { withErroredAt } from '../kit/provider-parts.ts';

/** Times in another format than the contract's. */
export const timeMutants: readonly Mutant[] = [
  timeMutant({
    id: 'time-without-zone',
    title: 'The times have no time zone',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, ''),
  }),
  timeMutant({
    id: 'time-30-february',
    title: 'The last connection was created on 30 February',
    which: 'last',
    write: (time) => time.replace(/-\d\d-\d\d/, '-02-30'),
  }),
  timeMutant({
    id: 'time-epoch-seconds',
    title: 'The times are seconds since 1970',
    which: 'each',
    write: (time) => Math.floor(Date.parse(time) / 1000),
  }),
  timeMutant({
    id: 'time-epoch-text',
    title: 'The times are milliseconds since 1970, as strings',
    which: 'each',
    write: (time) => String(Date.parse(time)),
  }),
  timeMutant({
    id: 'time-space',
    title: 'The time of the last connection has a space instead of the T',
    which: 'last',
    write: (time) => time.replace('T', ' '),
  }),
  timeMutant({
    id: 'time-compact-offset',
    title: 'The time zone offset has no colon',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, '+0000'),
  }),
  timeMutant({
    id: 'time-date-only',
    title: 'The time of the first connection is a date only',
    which: 'first',
    write: (time) => time.slice(0, 10),
  }),
  timeMutant({
    id: 'time-hour-25',
    title: 'The last connection was created at 25:00',
    which: 'last',
    write: (time) => time.replace(/T\d\d/, 'T25'),
  }),
  timeMutant({
    id: 'time-http-date',
    title: 'The times have the format of HTTP headers',
    which: 'each',
    write: (time) => new Date(time).toUTCString(),
  }),
  {
    ...timeMutant({
      id: 'time-other-utc',
      title: 'UTC is written as +00:00 instead of Z, or as Z instead of +00:00',
      which: 'each',
      write: (time) => (time.endsWith('Z') ? time.replace(/Z$/, '+00:00') : time.replace(/\+00:00$/, 'Z')),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  {
    id: 'errored-at-without-zone',
    title: 'The time errored_at has no time zone',
    vendors: ['junction'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => withErroredAt(item, (time) => time.replace('+00:00', ''))),
  },
  {
    id: 'last-synced-at-empty',
    title: 'The time last_synced_at is an empty string instead of null',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => (item.last_synced_at === null ? { ...item, last_synced_at: '' } : item)),
  },
];

function timeMutant({
  which,
  write,
  ...head
}: MutantHead & {
  readonly which: 'first' | 'last' | 'each';
  readonly write: (time: string) => Json;
}): Mutant {
  const begin = onItem(which, (item, { vendor }) =>
    withField(item, itemField(vendor, 'madeAt'), (time) => write(String(time))),
  );
  const caughtBy = ['shape.200.times', 'shape.200.types'];
  return { ...head, vendors: everyVendor, caughtBy, begin };
}
