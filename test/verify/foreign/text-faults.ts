import { correctHabits, type Habits, keyOf } from './correct-server.ts';
import type { Row } from './rows.ts';

/** A credential that looks like nothing. */
export const opaqueToken = 'a81f-55c0-opaque-77d2';

/** Mistakes in what is written, and how it is sent. */
export const textFaults = {
  /** Times are written in the zone of the server. */
  timesInTheLocalZone: () => ({
    rows: each((row) => ({ ...row, created_on: String(row.created_on).replace('+00:00', '+02:00') })),
  }),
  /** What has never happened is the zero of the language's times. */
  neverIsTheYearOne: () => ({
    rows: each((row) => ({ ...row, last_synced_at: row.last_synced_at ?? '0001-01-01T00:00:00Z' })),
  }),
  /** The clock is read for one time and then for the other, and the other way round for the columns. */
  updatedJustBeforeCreated: () => ({
    rows: each((row) => ({ ...row, updated_at: String(row.created_at).replace('678', '677') })),
  }),
  /** Where there is nothing to tell, an empty object tells it. */
  emptyErrorDetails: () => ({ rows: each((row) => ({ error_details: {}, ...row })) }),
  /** Who connects anew is listed twice: with the old account and the new. */
  oldAndNewAccount: () => ({
    rows: (asked, person) =>
      correctHabits
        .rows(asked, person)
        .map((row, index, all) => (index === 1 ? { ...all[0], external_user_id: 'another account' } : row)),
  }),
  /** A row is sent as it stands in the database. */
  wholeRow: () => ({ rows: each((row) => ({ ...row, access_token: opaqueToken })) }),
  /** The settings hold the address that anybody may post to. */
  webhookInSettings: () => ({
    rows: each((row) => ({
      ...row,
      config: { post_to: 'https://hooks.slack.com/services/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' },
    })),
  }),
  /** The settings are pairs of names and values, of which one is a secret. */
  secretAsNameAndValue: () => ({
    rows: each((row) => ({
      ...row,
      config: { env: [{ name: 'API_KEY', value: '9f86d081884c7d659a2feaa0c55ad015' }] },
    })),
  }),
  /** The settings hold a connection string as the cloud's console shows it. */
  connectionString: () => ({
    rows: each((row) => ({
      ...row,
      config: { account: `AccountName=acme;AccountKey=${'k7Yz'.repeat(21)}==;` },
    })),
  }),
  /** The reason of the status is the message of the exception. */
  keyInTheReason: () => ({
    finish: (reply, asked) =>
      reply.status === 401 ? { ...reply, reason: `Unknown key ${keyOf(asked)}` } : reply,
  }),
  /** Errors are said to be compressed, and are not. */
  errorsSaidToBeGzip: () => ({
    finish: (reply) =>
      reply.status < 400 ? reply : { ...reply, headers: { ...reply.headers, 'Content-Encoding': 'gzip' } },
  }),
  /** Whoever does not ask for JSON is taken for a browser, as curl is. */
  pageUnlessJsonIsAsked: () => ({
    finish: (reply, { request }) =>
      reply.status < 400 || request.headers.accept?.includes('application/json') === true
        ? reply
        : { status: 302, body: '<p>Log in', headers: { Location: '/login', 'Content-Type': 'text/html' } },
  }),
  /** Who has had an answer is told that nothing has changed, though nobody asked. */
  notModifiedUnasked: () => {
    const told = new Set<string>();
    return {
      finish(reply, asked) {
        const name = `${asked.request.url} ${keyOf(asked)}`;
        const again = reply.status === 200 && told.has(name);
        told.add(name);
        return again ? { status: 304, body: '', headers: { ETag: '"1"' } } : reply;
      },
    };
  },
} as const satisfies Record<string, () => Partial<Habits>>;

function each(change: (row: Row) => Row): Habits['rows'] {
  return (asked, person) => correctHabits.rows(asked, person).map(change);
}
