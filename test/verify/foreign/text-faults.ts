import { correctSteps, keyOf, type Steps } from './correct-server.ts';
import type { Row } from './rows.ts';

/** A credential without the format of any issuer. */
export const opaqueToken = 'a81f-55c0-opaque-77d2';

/** Faults in values, headers and statuses. */
export const textFaults = {
  /** Times are in the local time zone of the server. */
  timesInLocalZone: () => ({
    rows: each((row) => ({ ...row, created_on: String(row.created_on).replace('+00:00', '+02:00') })),
  }),
  /** A missing time is the zero value of the programming language. */
  missingTimeIsYearOne: () => ({
    rows: each((row) => ({ ...row, last_synced_at: row.last_synced_at ?? '0001-01-01T00:00:00Z' })),
  }),
  /** The clock is read twice, and the two times are stored in the wrong columns. */
  updatedJustBeforeCreated: () => ({
    rows: each((row) => ({ ...row, updated_at: String(row.created_at).replace('678', '677') })),
  }),
  /** An empty object is sent if there are no error details. */
  emptyErrorDetails: () => ({ rows: each((row) => ({ error_details: {}, ...row })) }),
  /** A user who connects again is listed twice: with the old account and the new one. */
  oldAndNewAccount: () => ({
    rows: (parsed, person) =>
      correctSteps
        .rows(parsed, person)
        .map((row, index, all) => (index === 1 ? { ...all[0], external_user_id: 'another account' } : row)),
  }),
  /** A row is sent with all its columns. */
  wholeRow: () => ({ rows: each((row) => ({ ...row, access_token: opaqueToken })) }),
  /** The settings contain a webhook URL that accepts posts from anyone. */
  webhookInSettings: () => ({
    rows: each((row) => ({
      ...row,
      config: { post_to: 'https://hooks.slack.com/services/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' },
    })),
  }),
  /** The settings are pairs of names and values, and one value is a secret. */
  secretAsNameAndValue: () => ({
    rows: each((row) => ({
      ...row,
      config: { env: [{ name: 'API_KEY', value: '9f86d081884c7d659a2feaa0c55ad015' }] },
    })),
  }),
  /** The settings contain the connection string of a cloud provider. */
  connectionString: () => ({
    rows: each((row) => ({
      ...row,
      config: { account: `AccountName=acme;AccountKey=${'k7Yz'.repeat(21)}==;` },
    })),
  }),
  /** The reason phrase is the message of the exception. */
  keyInReasonPhrase: () => ({
    finish: (reply, parsed) =>
      reply.status === 401 ? { ...reply, reason: `Unknown key ${keyOf(parsed)}` } : reply,
  }),
  /** Errors are declared as gzip but are not compressed. */
  errorsDeclaredAsGzip: () => ({
    finish: (reply) =>
      reply.status < 400 ? reply : { ...reply, headers: { ...reply.headers, 'Content-Encoding': 'gzip' } },
  }),
  /** Clients that do not ask for JSON, such as curl, are treated as browsers. */
  loginPageUnlessJsonRequested: () => ({
    finish: (reply, { request }) =>
      reply.status < 400 || request.headers.accept?.includes('application/json') === true
        ? reply
        : { status: 302, body: '<p>Log in', headers: { Location: '/login', 'Content-Type': 'text/html' } },
  }),
  /** A repeated request returns 304, although it is not conditional. */
  notModifiedUnrequested: () => {
    const answered = new Set<string>();
    return {
      finish(reply, parsed) {
        const name = `${parsed.request.url} ${keyOf(parsed)}`;
        const again = reply.status === 200 && answered.has(name);
        answered.add(name);
        return again ? { status: 304, body: '', headers: { ETag: '"1"' } } : reply;
      },
    };
  },
} as const satisfies Record<string, () => Partial<Steps>>;

function each(change: (row: Row) => Row): Steps['rows'] {
  return (parsed, person) => correctSteps.rows(parsed, person).map(change);
}
