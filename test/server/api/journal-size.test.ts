import { expect, test } from 'vitest';
import { createJournal } from '../../../server/api/journal.ts';

/** Journals of three requests per workspace and eight in total. Each request takes a second of the clock. */
function smallJournal() {
  let seconds = 0;
  const now = () => new Date(seconds * 1000).toISOString();
  const journal = createJournal({ now, perWorkspace: 3, inTotal: 8 });
  const timeAt = (second: number) => new Date(second * 1000).toISOString();
  const add = (workspaceId: string) => {
    seconds += 1;
    journal.add({
      id: String(seconds),
      time: now(),
      subject: { workspaceId, api: 'junction', operation: 'listJunctionProviders' },
      method: 'GET',
      path: '/',
      status: 200,
      milliseconds: 1,
      bytes: 2,
      isCached: true,
      isFinished: true,
    });
  };
  const idsOf = (workspaceId: string) => journal.read(workspaceId).entries.map(({ id }) => id);
  return { journal, add, idsOf, timeAt };
}

test('the oldest requests of a workspace are removed first', () => {
  const { journal, add, idsOf, timeAt } = smallJournal();
  expect(journal.read('a').completeSince).toBe(timeAt(0));
  for (let count = 0; count < 3; count += 1) add('a');
  expect([idsOf('a'), journal.read('a').completeSince]).toEqual([['3', '2', '1'], timeAt(0)]);
  for (let count = 0; count < 5; count += 1) add('a');
  expect([idsOf('a'), journal.read('a').completeSince]).toEqual([['8', '7', '6'], timeAt(5)]);
});

test('the journal of the workspace that is quiet for longest is removed, and its new one says so', () => {
  const { journal, add, idsOf, timeAt } = smallJournal();
  for (const workspaceId of ['a', 'b', 'b', 'a', 'c', 'c']) add(workspaceId);
  expect([idsOf('a'), idsOf('b'), idsOf('c')]).toEqual([['4', '1'], [], ['6', '5']]);
  expect(journal.read('b').completeSince).toBe(timeAt(3));
  expect(journal.read('a').completeSince).toBe(timeAt(0));
  add('b');
  expect([idsOf('b'), journal.read('b').completeSince]).toEqual([['7'], timeAt(3)]);
});

test('a journal that was emptied is complete since then, and fills again', () => {
  const { journal, add, idsOf, timeAt } = smallJournal();
  for (let count = 0; count < 4; count += 1) add('a');
  journal.clear('a');
  expect([idsOf('a'), journal.read('a').completeSince]).toEqual([[], timeAt(4)]);
  for (let count = 0; count < 4; count += 1) add('a');
  expect([idsOf('a'), journal.read('a').completeSince]).toEqual([['8', '7', '6'], timeAt(5)]);
});

test('journals that were emptied do not accumulate', () => {
  const { journal, add, idsOf, timeAt } = smallJournal();
  add('a');
  for (let count = 0; count < 20; count += 1) journal.clear(`empty-${count}`);
  expect([idsOf('a'), journal.read('a').completeSince]).toEqual([[], timeAt(1)]);
});
