import { type Json, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onItem } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { withErroredAt } from '../kit/provider-parts.ts';

/** Times that are not written as the contract says. */
export const timeMutants: readonly Mutant[] = [
  writtenAs({
    id: 'time-without-zone',
    title: 'The times have no zone',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, ''),
  }),
  writtenAs({
    id: 'time-30-february',
    title: 'The last connection was made on 30 February',
    which: 'last',
    write: (time) => time.replace(/-\d\d-\d\d/, '-02-30'),
  }),
  writtenAs({
    id: 'time-epoch-seconds',
    title: 'The times are seconds since 1970',
    which: 'each',
    write: (time) => Math.floor(Date.parse(time) / 1000),
  }),
  writtenAs({
    id: 'time-epoch-text',
    title: 'The times are milliseconds since 1970, as text',
    which: 'each',
    write: (time) => String(Date.parse(time)),
  }),
  writtenAs({
    id: 'time-space',
    title: 'The time of the last connection has a space in place of the T',
    which: 'last',
    write: (time) => time.replace('T', ' '),
  }),
  writtenAs({
    id: 'time-compact-offset',
    title: 'The offset of the times has no colon',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, '+0000'),
  }),
  writtenAs({
    id: 'time-date-only',
    title: 'The time of the first connection is a date alone',
    which: 'first',
    write: (time) => time.slice(0, 10),
  }),
  writtenAs({
    id: 'time-hour-25',
    title: 'The last connection was made at 25 hours',
    which: 'last',
    write: (time) => time.replace(/T\d\d/, 'T25'),
  }),
  writtenAs({
    id: 'time-http-date',
    title: 'The times are written as in HTTP headers',
    which: 'each',
    write: (time) => new Date(time).toUTCString(),
  }),
  {
    ...writtenAs({
      id: 'time-other-utc',
      title: 'UTC is written in the way that the contract does not have',
      which: 'each',
      write: (time) => (time.endsWith('Z') ? time.replace(/Z$/, '+00:00') : time.replace(/\+00:00$/, 'Z')),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  {
    id: 'errored-at-without-zone',
    title: 'The time errored_at has no zone',
    vendors: ['junction'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => withErroredAt(item, (time) => time.replace('+00:00', ''))),
  },
  {
    id: 'last-synced-at-empty',
    title: 'The time last_synced_at is an empty text if nothing was synced yet',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => (item.last_synced_at === null ? { ...item, last_synced_at: '' } : item)),
  },
];

function writtenAs({
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
