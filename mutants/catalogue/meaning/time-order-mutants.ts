import type { Json } from '../../proxy/json.ts';
import { everyVendor, type Mutant } from '../../proxy/mutant.ts';
import { onItem } from '../kit/change-answer.ts';
import { itemField } from '../kit/item-fields.ts';
import { withErroredAt } from '../kit/provider-parts.ts';

/** Well-formed times that are impossible: in the future, or before an earlier event. */
export const timeOrderMutants: readonly Mutant[] = [
  {
    id: 'updated-before-created',
    title: 'The last connection was updated a second before it was created',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.created_at-before-updated_at'],
    begin: onItem('last', (item) => ({ ...item, updated_at: secondBefore(item.created_at) })),
  },
  {
    id: 'last-synced-in-future',
    title: 'The first connection was last synced tomorrow',
    vendors: ['open-wearables'],
    caughtBy: ['meaning.last_synced_at-past'],
    begin: onItem('first', (item) => ({ ...item, last_synced_at: tomorrow(item.updated_at) })),
  },
  {
    id: 'updated-in-future',
    title: 'The last connection was updated tomorrow',
    vendors: ['open-wearables', 'mielto'],
    caughtBy: ['meaning.updated_at-past'],
    begin: onItem('last', (item) => ({ ...item, updated_at: tomorrow(item.updated_at) })),
  },
  {
    id: 'created-in-future',
    title: 'The last connection was created tomorrow',
    vendors: everyVendor,
    caughtBy: ['meaning.created_at-past', 'meaning.created_on-past'],
    begin: onItem('last', (item, { vendor }) => {
      const madeAt = itemField(vendor, 'madeAt');
      return { ...item, [madeAt]: tomorrow(item[madeAt]) };
    }),
  },
  {
    id: 'created-after-errored',
    title: 'A connection failed a second before it was created',
    vendors: ['junction'],
    caughtBy: ['meaning.created_on-before-errored_at'],
    begin: onItem('each', (item) => withErroredAt(item, () => secondBefore(item.created_on))),
  },
  {
    id: 'errored-in-future',
    title: 'A connection will fail tomorrow',
    vendors: ['junction'],
    caughtBy: ['meaning.errored_at-past'],
    begin: onItem('each', (item) => withErroredAt(item, tomorrow)),
  },
];

function secondBefore(time: Json | undefined): string {
  return writtenLike(time, new Date(Date.parse(String(time)) - 1000));
}

function tomorrow(like: Json | undefined): string {
  return writtenLike(like, new Date(Date.now() + 86_400_000));
}

/** The time in the contract's notation of UTC, which is Z or +00:00. */
function writtenLike(given: Json | undefined, time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, String(given).endsWith('+00:00') ? '+00:00' : 'Z');
}
