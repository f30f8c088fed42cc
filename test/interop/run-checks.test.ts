import { expect, test } from 'vitest';
import type { InteropCheck, InteropOutcome } from './kit/interop-check.ts';
import { expectSameJson } from './kit/same-json.ts';
import { exitCodeOf, lineOf, runChecks } from './run-checks.ts';

const sound: InteropCheck = { title: 'sound 1.0', needs: [], prepare: async () => async () => 'compiles' };
const failing: InteropCheck = {
  title: 'failing 1.0',
  needs: [],
  prepare: async () => async (contract) => {
    if (contract === 'mielto') throw new Error('it does not compile');
    return 'compiles';
  },
};
const broken: InteropCheck = {
  title: 'broken 1.0',
  needs: [],
  prepare: () => Promise.reject(new Error('it cannot be downloaded')),
};
const absent: InteropCheck = { ...broken, title: 'absent 1.0', needs: ['java', 'go'] };

async function outcomesOf(...checks: readonly InteropCheck[]): Promise<InteropOutcome[]> {
  const workshop = {
    cache: '',
    baseUrl: '',
    listCall: (): never => {
      throw new Error('No check here makes a call.');
    },
  };
  const missing = (program: string) => (program === 'go' ? 'go is not installed' : null);
  const contracts = ['junction', 'mielto'];
  const outcomes: InteropOutcome[] = [];
  for await (const outcome of runChecks({ checks, contracts, workshop, missing })) outcomes.push(outcome);
  return outcomes;
}

test('There is one line per tool and contract: passed, failed with the reason, or left out with the reason', async () => {
  const outcomes = await outcomesOf(sound, failing, broken, absent);
  expect(outcomes.map(lineOf)).toEqual([
    '✓ sound 1.0, junction: passed: compiles',
    '✓ sound 1.0, mielto: passed: compiles',
    '✓ failing 1.0, junction: passed: compiles',
    '✗ failing 1.0, mielto: failed: it does not compile',
    '✗ broken 1.0, junction: failed: it cannot be downloaded',
    '✗ broken 1.0, mielto: failed: it cannot be downloaded',
    '– absent 1.0, junction: left out: go is not installed',
    '– absent 1.0, mielto: left out: go is not installed',
  ]);
});

test('A check of some contracts runs on no others', async () => {
  const prepared: string[] = [];
  const ofOne = (contract: string): InteropCheck => ({
    ...sound,
    title: `about ${contract}`,
    contracts: [contract],
    async prepare() {
      prepared.push(contract);
      return async () => 'works';
    },
  });
  const outcomes = await outcomesOf(ofOne('mielto'), ofOne('open-wearables'));
  expect(outcomes.map(lineOf)).toEqual(['✓ about mielto, mielto: passed: works']);
  expect(prepared).toEqual(['mielto']);
});

test.each([
  ['all that ran passed', [sound, absent], 0],
  ['something failed', [sound, failing], 1],
  ['a tool cannot be installed', [sound, broken], 1],
  ['nothing ran', [absent], 1],
  ['there is nothing to run', [], 1],
])('The exit code if %s', async (_, checks, code) => {
  expect(exitCodeOf(await outcomesOf(...checks))).toBe(code);
});

test.each([
  ['the same', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }],
  ['null as nothing', { a: null }, {}],
  ['a time in another way', { at: '2024-02-29T12:00:00.000+00:00' }, { at: '2024-02-29T12:00:00Z' }],
])('A client may return %s', (_, returned, sent) => {
  expect(() => expectSameJson(returned, sent)).not.toThrow();
});

test.each([
  ['less', { a: [1] }, { a: [1, 2] }, '/a/1'],
  ['more', { a: 1, b: 2 }, { a: 1 }, '/b'],
  ['another value', { a: { b: 'x' } }, { a: { b: 'y' } }, '/a/b'],
  ['another time', { at: '2024-02-29T12:00:01Z' }, { at: '2024-02-29T12:00:00Z' }, '/at'],
  ['a list for an object', { a: [] }, { a: {} }, '/a'],
  ['nothing', null, { a: 1 }, ''],
])('A client must not return %s', (_, returned, sent, at) => {
  expect(() => expectSameJson(returned, sent)).toThrow(`The client does not return at ${at} what`);
});
