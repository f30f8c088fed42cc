import { correctHabits, type Habits } from './correct-server.ts';
import { readPaging } from './paging.ts';
import type { Row } from './rows.ts';
import { north } from './two-tenants.ts';

const { page, rows } = correctHabits;

/** Mistakes in what a list holds, and how it is cut and filtered. */
export const listFaults = {
  /** What was made in the same instant comes in an order that depends on the page. */
  tiesInAnyOrder: () => ({
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
  /** 32 bits are enough for any number. */
  skipOverflows: () => ({
    page: (all, paging) => page(all, { ...paging, skip: Math.max(0, paging.skip | 0) }),
  }),
  /** A search engine shows no more than its first ten thousand. */
  noDeepPages: () => ({
    finish: (reply, { query }) =>
      reply.status === 200 && Number(query.get('skip')) > 10_000
        ? { status: 500, body: { detail: 'Result window is too large' } }
        : reply,
  }),
  /** The rows are passed over by the database, and filtered afterwards. */
  skipBeforeFilter: () => ({
    page: (all, paging) => ({
      rows: page(all.slice(paging.skip), { ...paging, skip: 0 }).rows,
      total: page(all, paging).total,
    }),
  }),
  /** The count has a condition for one of the two filters. */
  totalForgetsTheType: () => ({
    page(all, paging) {
      const filters = paging.filters.filter(([name]) => name !== 'integration_type');
      return { rows: page(all, paging).rows, total: page(all, { ...paging, filters }).total };
    },
  }),
  /** The query with a filter has no condition for the user. */
  filterForgetsTheUser: () => ({
    rows: (asked, person) =>
      asked.query.has('status') !== asked.query.has('integration_type')
        ? north.people.flatMap((other) => rows(asked, other))
        : rows(asked, person),
  }),
  /** The query behind the first page has no condition for the user. */
  laterPagesForgetTheUser: () => ({
    rows: (asked, person) =>
      asked.query.has('skip')
        ? [person, ...north.people.filter((other) => other !== person)].flatMap((other) => rows(asked, other))
        : rows(asked, person),
  }),
  /** What has run out is shown as expired, and is kept as active. */
  filterByTheStoredStatus: () => ({
    page: (all, paging) => {
      const found = page(all, paging);
      return {
        ...found,
        rows: found.rows.map((row, index) => (index % 9 === 1 ? { ...row, status: 'expired' } : row)),
      };
    },
  }),
  /** `active` is found in `inactive`. */
  filterByPartOfTheText: () => ({
    page(all, { skip, limit, filters }) {
      const found = all.filter((row) => filters.every(([name, value]) => String(row[name]).includes(value)));
      return { rows: found.slice(skip, skip + limit), total: found.length };
    },
  }),
  /** A filter without a match is answered as an unknown user is. */
  noMatchIsUnknown: () => ({
    finish: (reply, { api, query }) =>
      api === 'mielto' &&
      query.has('integration_type') &&
      JSON.stringify(reply.body).includes('"connections":[]')
        ? { status: 404, body: { detail: 'Connection not found' } }
        : reply,
  }),
  /** The values of a filter stand in a plain object, in which `constructor` is found too. */
  filterFoundInAnyObject: () => ({
    read(query) {
      const status = query.get('status') ?? '';
      return status in {} ? { skip: 0, limit: 100, filters: [['status', status]] } : readPaging(query);
    },
  }),
  /** A number is digits, and nothing before them. */
  noSignBeforeNumbers: () => ({
    read: (query) =>
      [...query.values()].some((value) => value.startsWith('+'))
        ? { detail: [{ loc: ['query', 'limit'], msg: 'no number', type: 'value_error' }] }
        : readPaging(query),
  }),
  /** The list is sorted where it stands, and each request turns it round. */
  listTurnedRoundInPlace: () => {
    let turned = false;
    return {
      rows: (asked, person) => {
        turned = !turned;
        return turned ? rows(asked, person) : rows(asked, person).toReversed();
      },
    };
  },
  /** A list that is not paged stops after twenty, and says nothing. */
  listCutAtTwenty: () => ({ rows: (asked, person) => rows(asked, person).slice(0, 20) }),
  /** The paging of one API stands in what all of them share. */
  pagesWhatIsNotPaged: () => ({
    rows: (asked, person) =>
      asked.api === 'mielto'
        ? rows(asked, person)
        : rows(asked, person).slice(0, Number(asked.query.get('limit') ?? 1000)),
  }),
} as const satisfies Record<string, () => Partial<Habits>>;

function scattered({ id }: Row, skip: number): number {
  return (Number.parseInt(String(id).slice(-2), 36) * (skip + 1)) % 97;
}
