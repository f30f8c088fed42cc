import type { Vendor } from '../../../spec/vendors.ts';
import { isObject, type Json, type JsonObject, withField } from '../../proxy/json.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onItem } from '../kit/change-answer.ts';
import { listShapes } from '../kit/list-body.ts';

/** Times that are not written as the contract wants them, or that cannot be. */
export const timeMutants: readonly Mutant[] = [
  writtenAs({
    id: 'time-without-zone',
    row: 8,
    title: 'The times have no zone',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, ''),
  }),
  writtenAs({
    id: 'time-30-february',
    row: 8,
    title: 'The last connection was made on 30 February',
    which: 'last',
    write: (time) => time.replace(/-\d\d-\d\d/, '-02-30'),
  }),
  writtenAs({
    id: 'time-epoch-seconds',
    row: 8,
    title: 'The times are seconds since 1970',
    which: 'each',
    write: (time) => Math.floor(Date.parse(time) / 1000),
  }),
  writtenAs({
    id: 'time-epoch-text',
    row: 8,
    title: 'The times are milliseconds since 1970, as text',
    which: 'each',
    write: (time) => String(Date.parse(time)),
  }),
  writtenAs({
    id: 'time-space',
    row: 8,
    title: 'A space stands for the T in the time of the last connection',
    which: 'last',
    write: (time) => time.replace('T', ' '),
  }),
  writtenAs({
    id: 'time-compact-offset',
    row: 8,
    title: 'The offset of the times has no colon',
    which: 'each',
    write: (time) => time.replace(/Z$|\+00:00$/, '+0000'),
  }),
  writtenAs({
    id: 'time-date-only',
    row: null,
    title: 'The time of the first connection is a date alone',
    which: 'first',
    write: (time) => time.slice(0, 10),
  }),
  writtenAs({
    id: 'time-hour-25',
    row: null,
    title: 'The last connection was made at 25 hours',
    which: 'last',
    write: (time) => time.replace(/T\d\d/, 'T25'),
  }),
  writtenAs({
    id: 'time-http-date',
    row: null,
    title: 'The times are written as in HTTP headers',
    which: 'each',
    write: (time) => new Date(time).toUTCString(),
  }),
  {
    ...writtenAs({
      id: 'time-other-utc',
      row: null,
      title: 'UTC is written in the way that the contract does not have',
      which: 'each',
      write: (time) => (time.endsWith('Z') ? time.replace(/Z$/, '+00:00') : time.replace(/\+00:00$/, 'Z')),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  {
    id: 'errored-at-without-zone',
    row: null,
    title: 'The time errored_at has no zone',
    vendors: ['junction'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => withErroredAt(item, (time) => time.replace('+00:00', ''))),
  },
  {
    id: 'last-synced-at-empty',
    row: null,
    title: 'The time last_synced_at is an empty text where nothing was synced yet',
    vendors: ['open-wearables'],
    caughtBy: ['shape.200.times'],
    begin: onItem('each', (item) => (item.last_synced_at === null ? { ...item, last_synced_at: '' } : item)),
  },
  {
    id: 'updated-before-created',
    row: 38,
    title: 'The last connection was updated a second before it was made',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.created_at-before-updated_at'],
    begin: onItem('last', (item) => ({ ...item, updated_at: later(item.created_at, -1000) })),
  },
  {
    id: 'last-synced-in-future',
    row: 38,
    title: 'The first connection was last synced tomorrow',
    vendors: ['open-wearables'],
    caughtBy: ['meaning.last_synced_at-past'],
    begin: onItem('first', (item) => ({ ...item, last_synced_at: tomorrow('Z') })),
  },
  {
    id: 'updated-in-future',
    row: 38,
    title: 'The last connection was updated tomorrow',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.updated_at-past'],
    begin: onItem('last', (item) => ({ ...item, updated_at: tomorrow('Z') })),
  },
  {
    id: 'created-in-future',
    row: null,
    title: 'The last connection was made tomorrow',
    vendors: everyVendor,
    caughtBy: ['meaning.created_at-past', 'meaning.created_on-past'],
    begin: onItem('last', (item, { vendor }) => ({
      ...item,
      [listShapes[vendor].madeAt]: tomorrow(utcOf(vendor)),
    })),
  },
  {
    id: 'created-after-errored',
    row: null,
    title: 'A connection failed a second before it was made',
    vendors: ['junction'],
    caughtBy: ['meaning.created_on-before-errored_at'],
    begin: onItem('each', (item) => withErroredAt(item, () => later(item.created_on, -1000, '+00:00'))),
  },
  {
    id: 'errored-in-future',
    row: null,
    title: 'A connection will fail tomorrow',
    vendors: ['junction'],
    caughtBy: ['meaning.errored_at-past'],
    begin: onItem('each', (item) => withErroredAt(item, () => tomorrow('+00:00'))),
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
    withField(item, listShapes[vendor].madeAt, (time) => write(String(time))),
  );
  const caughtBy = ['shape.200.times', 'shape.200.types'];
  return { ...head, vendors: everyVendor, caughtBy, begin };
}

function withErroredAt(item: JsonObject, change: (time: string) => string): JsonObject {
  return withField(item, 'error_details', (details) =>
    isObject(details) ? withField(details, 'errored_at', (time) => change(String(time))) : details,
  );
}

function later(time: Json | undefined, milliseconds: number, utc = 'Z'): string {
  return written(new Date(Date.parse(String(time)) + milliseconds), utc);
}

function tomorrow(utc: string): string {
  return written(new Date(Date.now() + 86_400_000), utc);
}

function written(time: Date, utc: string): string {
  return time.toISOString().replace(/\.\d+Z$/, utc);
}

function utcOf(vendor: Vendor): string {
  return vendor === 'junction' ? '+00:00' : 'Z';
}
