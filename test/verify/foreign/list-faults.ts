import { correctSteps, type Steps } from './correct-server.ts';
import { readPaging } from './paging.ts';
import type { Row } from './rows.ts';
import { north } from './two-tenants.ts';

const { page, rows } = correctSteps;

/** Faults in the items of a list, and in paging and filtering. */
export const listFaults = {
  /** The order of items with the same time depends on the page. */
  tiesInUnstableOrder: () => ({
    page: (all, paging) =>
      page(
        all.toSorted(
          (a, b) =>
            String(a.created_at).localeCompare(String(b.created_at)) ||
            scattered(a, paging.skip) - scattered(b, paging.skip),
        ),
        paging,
      ),
  }),
  /** Skip is stored in 32 bits. */
  skipOverflows: () => ({
    page: (all, paging) => page(all, { ...paging, skip: Math.max(0, paging.skip | 0) }),
  }),
  /** A search engine returns only the first ten thousand items. */
  noDeepPages: () => ({
    finish: (reply, { query }) =>
      reply.status === 200 && Number(query.get('skip')) > 10_000
        ? { status: 500, body: { detail: 'Result window is too large' } }
        : reply,
  }),
  /** The database applies skip before the filters. */
  skipBeforeFilter: () => ({
    page: (all, paging) => ({
      rows: page(all.slice(paging.skip), { ...paging, skip: 0 }).rows,
      total: page(all, paging).total,
    }),
  }),
  /** The count applies only one of the two filters. */
  totalIgnoresType: () => ({
    page(all, paging) {
      const filters = paging.filters.filter(([name]) => name !== 'integration_type');
      return { rows: page(all, paging).rows, total: page(all, { ...paging, filters }).total };
    },
  }),
  /** The query with a filter has no condition for the user. */
  filterIgnoresUser: () => ({
    rows: (parsed, person) =>
      parsed.query.has('status') !== parsed.query.has('integration_type')
        ? north.people.flatMap((other) => rows(parsed, other))
        : rows(parsed, person),
  }),
  /** The query for later pages has no condition for the user. */
  laterPagesIgnoreUser: () => ({
    rows: (parsed, person) =>
      parsed.query.has('skip')
        ? [person, ...north.people.filter((other) => other !== person)].flatMap((other) =>
            rows(parsed, other),
          )
        : rows(parsed, person),
  }),
  /** Expired connections are stored as active and shown as expired. */
  filterByStoredStatus: () => ({
    page: (all, paging) => {
      const found = page(all, paging);
      return {
        ...found,
        rows: found.rows.map((row, index) => (index % 9 === 1 ? { ...row, status: 'expired' } : row)),
      };
    },
  }),
  /** The filter `active` matches `inactive`. */
  filterBySubstring: () => ({
    page(all, { skip, limit, filters }) {
      const found = all.filter((row) => filters.every(([name, value]) => String(row[name]).includes(value)));
      return { rows: found.slice(skip, skip + limit), total: found.length };
    },
  }),
  /** A filter without a match returns the answer for an unknown user. */
  noMatchReturns404: () => ({
    finish: (reply, { api, query }) =>
      api === 'mielto' &&
      query.has('integration_type') &&
      JSON.stringify(reply.body).includes('"connections":[]')
        ? { status: 404, body: { detail: 'Connection not found' } }
        : reply,
  }),
  /** Filter values are looked up in a plain object, which also has `constructor`. */
  filterLookedUpInPlainObject: () => ({
    read(query) {
      const status = query.get('status') ?? '';
      return status in {} ? { skip: 0, limit: 100, filters: [['status', status]] } : readPaging(query);
    },
  }),
  /** Numbers with a sign are refused. */
  signedNumbersRefused: () => ({
    read: (query) =>
      [...query.values()].some((value) => value.startsWith('+'))
        ? { detail: [{ loc: ['query', 'limit'], msg: 'no number', type: 'value_error' }] }
        : readPaging(query),
  }),
  /** The list is reversed in place with each request. */
  listReversedInPlace: () => {
    let isReversed = false;
    return {
      rows: (parsed, person) => {
        isReversed = !isReversed;
        return isReversed ? rows(parsed, person) : rows(parsed, person).toReversed();
      },
    };
  },
  /** A list without paging ends after twenty items. */
  listCutAtTwenty: () => ({ rows: (parsed, person) => rows(parsed, person).slice(0, 20) }),
  /** The paging of one API is applied to all of them. */
  unpagedListPaged: () => ({
    rows: (parsed, person) =>
      parsed.api === 'mielto'
        ? rows(parsed, person)
        : rows(parsed, person).slice(0, Number(parsed.query.get('limit') ?? 1000)),
  }),
} as const satisfies Record<string, () => Partial<Steps>>;

function scattered({ id }: Row, skip: number): number {
  return (Number.parseInt(String(id).slice(-2), 36) * (skip + 1)) % 97;
}
