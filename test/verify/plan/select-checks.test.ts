import { expect, test } from 'vitest';
import { ExplainedError } from '../../../contract/explained-error.ts';
import { fits, selectChecks } from '../../../verify/plan/select-checks.ts';

const id = 'open-wearables.shape.200.required-fields';

test.each([
  id,
  'open-wearables',
  'open-wearables.shape',
  'open-wearables.shape.200',
  'shape',
  'shape.200',
  'shape.200.required-fields',
  '*',
  '*.required-fields',
  'shape.*.required-*',
  'open-*',
])('%s fits', (pattern) => {
  expect(fits(id, pattern)).toBe(true);
});

test.each([
  '',
  'shap',
  'shape.20',
  'required-fields',
  'shape.200.',
  'shape.200.required',
  'junction.shape',
  'shape.2.0',
  '(',
  'Shape',
])('%j does not fit', (pattern) => {
  expect(fits(id, pattern)).toBe(false);
});

test('What is excluded is not chosen, and the order stays', () => {
  const all = ['junction.leaks.a', 'junction.shape.b', 'junction.shape.c'].map((name) => ({ id: name }));
  const chosen = selectChecks(all, { checks: ['shape', 'leaks'], excludeChecks: ['shape.b'] });
  expect(chosen.map((check) => check.id)).toEqual(['junction.leaks.a', 'junction.shape.c']);
});

test('A pattern that fits nothing is refused, also where it excludes', () => {
  const all = [{ id: 'junction.leaks.own-key' }];
  expect(() => selectChecks(all, { excludeChecks: ['leaks.own-kye'] })).toThrow(ExplainedError);
  expect(() => selectChecks(all, { checks: ['leaks.own-kye'] })).toThrow(/Did you mean .*own-key/);
});

test('A choice of which nothing is left is refused, and a group that is mistyped is told', () => {
  const all = [{ id: 'junction.leaks.own-key' }];
  expect(() => selectChecks(all, { checks: ['leaks'], excludeChecks: ['leaks'] })).toThrow(
    /No check is left.*Exclude less/,
  );
  expect(() => selectChecks(all, { checks: ['leks'] })).toThrow(/Did you mean leaks\?/);
});
