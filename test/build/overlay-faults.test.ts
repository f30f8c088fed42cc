import { describe, expect, test } from 'vitest';
import { overlayFaults } from '../../build/overlay-faults.ts';
import type { OverlayAction } from '../../contract/overlay.ts';

const before = { info: { title: 'A' }, tags: ['a', 'b'], paths: { '/a/{id}': { get: { summary: 'x' } } } };
const faultsOf = (action: Omit<OverlayAction, 'description'>, applied: object = before) =>
  overlayFaults([{ description: 'A difference.', ...action }], { before, applied });

describe('an action has no fault if', () => {
  test.each([
    ['it updates an object', { target: '$.info', update: { title: 'A' } }],
    ['its path has quoted names', { target: "$.paths['/a/{id}'].get", update: { summary: 'x' } }],
    ['its path has names in double quotes', { target: '$["info"]["title"]', update: 'A' }],
    ['it appends to a list', { target: '$.tags', update: 'b' }],
    ['it appends a list to a list', { target: '$', update: { tags: ['b'] } }],
    ['it removes an item of a list', { target: '$.tags[1]', remove: true }],
  ])('%s', (_, action) => {
    expect(faultsOf(action)).toEqual([]);
  });

  test('an earlier action has created its target', () => {
    expect(faultsOf({ target: '$.new', update: { a: 1 } }, { ...before, new: { a: 1 } })).toEqual([]);
  });

  test('a later action sets again what it removes', () => {
    expect(faultsOf({ target: '$.info.title', remove: true }, { info: { title: 'B' } })).toEqual([]);
  });
});

describe('an action is reported with its target if', () => {
  test.each([
    ['it updates what does not exist', { target: '$.infos', update: { a: 1 } }, 'it matches nothing'],
    ['it removes what does not exist', { target: '$.tags[2]', remove: true }, 'it matches nothing'],
    [
      'its name is that of an inherited property',
      { target: '$.constructor', remove: true },
      'it matches nothing',
    ],
    ['its update is not in the document', { target: '$.info', update: { title: 'B' } }, 'the made document'],
    ['its item is not in the list', { target: '$.tags', update: 'c' }, 'the made document'],
    ['it has a wildcard', { target: '$.paths.*.get', remove: true }, 'it is not a path of names'],
    ['it has a filter', { target: "$.tags[?@ == 'a']", remove: true }, 'it is not a path of names'],
    ['its path does not begin at the root', { target: 'info', remove: true }, 'it is not a path of names'],
    ['it does nothing', { target: '$.info' }, 'it neither removes nor updates'],
    ['it removes and updates', { target: '$.info', remove: true, update: {} }, 'it neither removes nor'],
  ])('%s', (_, action, message) => {
    const [fault = '', ...more] = faultsOf(action);
    expect(fault).toContain(`Action 1, ${action.target}: ${message}`);
    expect(more).toEqual([]);
  });
});
