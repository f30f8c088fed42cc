import { expect, test } from 'vitest';
import { memoryGrowth } from './memory-growth.ts';
import { exitCodeOf, type SoakResult } from './soak-result.ts';
import { createTally } from './tally.ts';

/** A process of 300 s with one sample every 3 s, unless another interval is given. */
const growthOf = (megabytesAt: (sample: number) => number, interval = 3_000) =>
  memoryGrowth({
    name: 'server 1',
    samples: Array.from({ length: 101 }, (_, index) => ({
      at: index * interval,
      megabytes: megabytesAt(index),
    })),
  });
const flat = growthOf((sample) => 100 + Math.min(sample, 30) * 5);

test.each([
  ['one more MB each sample', (sample: number) => 100 + sample, 'grows'],
  ['a warm-up of the first third', (sample: number) => 100 + Math.min(sample, 30) * 5, 'flat'],
  ['a fall', (sample: number) => 300 - sample, 'flat'],
  ['31 MB more at the end', (sample: number) => (sample > 60 ? 131 : 100), 'flat'],
  ['33 MB more at the end', (sample: number) => (sample > 60 ? 133 : 100), 'grows'],
  ['9 % more at the end', (sample: number) => (sample > 60 ? 1090 : 1000), 'flat'],
  ['11 % more at the end', (sample: number) => (sample > 60 ? 1110 : 1000), 'grows'],
  ['one high sample', (sample: number) => (sample === 90 ? 900 : 100), 'flat'],
])('memory with %s: $2', (_, megabytesAt, trend) => {
  expect(growthOf(megabytesAt)?.trend).toBe(trend);
});

test('the memory of a process that lived too shortly is not compared', () => {
  expect(growthOf((sample) => 100 + sample, 1_000)?.trend).toBe('unknown');
  expect(memoryGrowth({ name: 'server 1', samples: [] })).toBeNull();
});

function resultWith(
  changes: Partial<SoakResult>,
  request: { status: number | null } = { status: 200 },
): SoakResult {
  const tally = createTally();
  tally.acknowledge();
  tally.record({ what: 'GET /', cause: null, ...request });
  return {
    database: 'file',
    seconds: 600,
    seed: 1,
    counts: tally.counts,
    disturbances: { killed: 1, cut: 0, outage: 0, reset: 1 },
    memory: flat === null ? [] : [flat],
    waits: [],
    loggedErrors: [],
    ...changes,
  };
}

const growing = growthOf((sample) => 100 + sample);
const { counts } = resultWith({});
test.each<[string, 0 | 1, readonly SoakResult[]]>([
  ['a good run', 0, [resultWith({})]],
  ['a good and a bad run', 1, [resultWith({}), resultWith({ memory: [] })]],
  ['no run', 1, []],
  ['no acknowledged change', 1, [resultWith({ counts: createTally().counts })]],
  ['no kill', 1, [resultWith({ disturbances: { killed: 0, cut: 0, outage: 0, reset: 1 } })]],
  ['no reset', 1, [resultWith({ disturbances: { killed: 1, cut: 0, outage: 0, reset: 0 } })]],
  ['a lost change', 1, [resultWith({ counts: { ...counts, lost: ['a connection'] } })]],
  ['a wrong answer', 1, [resultWith({ counts: { ...counts, wrong: ['a status'] } })]],
  ['a 500 without a cause', 1, [resultWith({}, { status: 500 })]],
  ['a missing answer without a cause', 1, [resultWith({}, { status: null })]],
  ['memory that grows', 1, [resultWith({ memory: growing === null ? [] : [growing] })]],
  ['memory that was not compared', 1, [resultWith({ memory: [] })]],
  ['a run that is too short to compare memory', 0, [resultWith({ memory: [], seconds: 60 })]],
])('%s: the exit code is %i', (_, code, results) => {
  expect(exitCodeOf(results)).toBe(code);
});

test('a 503 must have Retry-After', () => {
  const tally = createTally();
  tally.record({ what: 'GET /', status: 503, cause: 'outage', hasRetryAfter: false });
  expect(tally.counts.wrong).toEqual(['GET /: 503 without Retry-After']);
});
