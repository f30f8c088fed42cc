import { expect, test } from 'vitest';
import { mutants, mutantsByGroup } from '../../mutants/catalogue/mutants.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { checkGroups } from '../../verify/results/outcome.ts';

test('no two mutants have the same id, and ids are lower case with hyphens', () => {
  const ids = mutants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('no two mutants have the same title, and a title is a sentence without its full stop', () => {
  const titles = mutants.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => !/^[A-Z].*[^.]$/.test(title))).toEqual([]);
});

test('each mutant is in the group of the check that catches it', () => {
  expect(Object.keys(mutantsByGroup).toSorted()).toEqual([...checkGroups].toSorted());
  const misplaced = Object.entries(mutantsByGroup).flatMap(([group, own]) =>
    own.filter(({ caughtBy }) => caughtBy[0]?.split('.')[0] !== group).map(({ id }) => `${id} in ${group}`),
  );
  expect(misplaced).toEqual([]);
});

test.each(Object.entries(mutantsByGroup))('each API has mutants of the group %s', (_, own) => {
  expect(vendorNames.filter((vendor) => !own.some(({ vendors }) => vendors.includes(vendor)))).toEqual([]);
});
