import { describe, expect, test } from 'vitest';
import type { Vendor } from '../../../spec/vendors.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import { correctSteps, type Steps } from './correct-server.ts';
import { outcomesOf } from './outcomes-of.ts';
import { north, type Person } from './two-tenants.ts';

const checks = ['meaning.repeated'];

/** What the check reports: level, source and the end of what it saw. */
function endOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'nothing';
  if ('reason' in outcome) return `${outcome.status}: ${outcome.reason}`;
  if (!('findings' in outcome)) return outcome.status;
  return outcome.findings
    .map(({ severity, provenance, actual }) => `${severity} (${provenance}): ${actual}`)
    .join();
}

/** Changes one answer in ten, at a place that the seed decides. */
function oneInTen(seed: number, steps: (isTurn: () => boolean) => Partial<Steps>): Partial<Steps> {
  let count = seed;
  return steps(() => count++ % 10 === 9);
}

const other = (person: Person) => north.people.find((known) => known !== person) ?? person;

describe.each<Vendor>(['open-wearables', 'junction', 'mielto'])('One answer in ten of %s', (api) => {
  test.each([0, 3, 6, 9])("that is another user's fails, from turn %i on", async (seed) => {
    const steps = oneInTen(seed, (isTurn) => ({
      rows: (parsed, person) => correctSteps.rows(parsed, isTurn() ? other(person) : person),
    }));
    const [outcome] = await outcomesOf({ api, checks, steps });
    expect(endOf(outcome)).toMatch(/^failure \(decided\): .*another user's items, in \d of 44 answers/);
  });

  test('that is cut short fails', async () => {
    const steps = oneInTen(5, (isTurn) => ({
      rows: (parsed, person) => correctSteps.rows(parsed, person).slice(isTurn() ? 1 : 0),
    }));
    const [outcome] = await outcomesOf({ api, checks, steps });
    expect(endOf(outcome)).toMatch(/^failure \(page\): .* with other items, in \d of 44 answers/);
  });

  test('that is stale is a warning', async () => {
    const field = api === 'junction' ? 'logo' : 'status';
    const steps = oneInTen(2, (isTurn) => ({
      rows: (parsed, person) => {
        const rows = correctSteps.rows(parsed, person);
        return isTurn() ? rows.map((row) => ({ ...row, [field]: 'https://old.example.com' })) : rows;
      },
    }));
    const [outcome] = await outcomesOf({ api, checks, steps });
    expect(endOf(outcome)).toMatch(/^warning \(decided\): .* with changed items, in \d of 44 answers/);
  });

  test('that breaks off fails', async () => {
    let count = 0;
    const [outcome] = await outcomesOf({
      api,
      checks,
      before: (_request, response) => {
        count += 1;
        if (count % 10 !== 7) return false;
        response.writeHead(200, { 'Content-Length': 1_000 }).write('{');
        response.socket?.destroySoon();
        return true;
      },
    });
    expect(endOf(outcome)).toMatch(/^failure \(page\): a response that ends before/);
  });
});

test('A list in another order each time, or with a new time each time, is not a fault of one answer in ten', async () => {
  let count = 0;
  const rows = (isNew: boolean): Partial<Steps> => ({
    rows: (parsed, person) => {
      count += 1;
      const own = correctSteps.rows(parsed, person);
      return isNew
        ? own.map((row) => ({ ...row, scope: `read ${count}` }))
        : count % 2 === 0
          ? own
          : own.toReversed();
    },
  });
  for (const isNew of [false, true]) {
    const [outcome] = await outcomesOf({ api: 'open-wearables', checks, steps: rows(isNew) });
    expect(endOf(outcome)).toBe('passed');
  }
});

test('Within a limit of requests, the check says how many answers it compared and what they would show', async () => {
  const options = { maxRequests: 40 };
  const [outcome] = await outcomesOf({ api: 'open-wearables', checks, options });
  expect(endOf(outcome)).toMatch(/^inconclusive: (1[89]|20) of 44 repetitions .* would be seen with 8\d %/);
});
