import { expect, test } from 'vitest';
import { ExplainedError } from '../../../contract/explained-error.ts';
import { matchesPattern, selectChecks } from '../../../verify/plan/select-checks.ts';

const id = 'open-wearables.listConnections.shape.200.required-fields';

test.each([
  id,
  'open-wearables',
  'open-wearables.listConnections',
  'open-wearables.listConnections.shape.200',
  'open-wearables.shape',
  'open-wearables.shape.200',
  'open-wearables.shape.200.required-fields',
  'listConnections',
  'listConnections.shape',
  'listConnections.shape.200.required-fields',
  'shape',
  'shape.200',
  'shape.200.required-fields',
  '*',
  '*.required-fields',
  'shape.*.required-*',
  'open-*',
  '*.listConnections.*',
])('%s matches', (pattern) => {
  expect(matchesPattern(id, pattern)).toBe(true);
});

test.each([
  '',
  'shap',
  'shape.20',
  'required-fields',
  '200.required-fields',
  'listConnection',
  'open-wearables.listConnections.200',
  'shape.listConnections',
  'shape.200.',
  'shape.200.required',
  'junction.shape',
  'shape.2.0',
  '(',
  'Shape',
])('%j does not match', (pattern) => {
  expect(matchesPattern(id, pattern)).toBe(false);
});

test('Excluded checks are not chosen, and the order does not change', () => {
  const all = ['junction.listX.leaks.a', 'junction.listX.shape.b', 'junction.listX.shape.c'].map((name) => ({
    id: name,
  }));
  const chosen = selectChecks(all, { checks: ['shape', 'leaks'], excludeChecks: ['shape.b'] });
  expect(chosen.map((check) => check.id)).toEqual(['junction.listX.leaks.a', 'junction.listX.shape.c']);
});

test('A pattern that matches no check is rejected, also in excludeChecks', () => {
  const all = [{ id: 'junction.listX.leaks.own-key' }];
  expect(() => selectChecks(all, { excludeChecks: ['leaks.own-kye'] })).toThrow(ExplainedError);
  expect(() => selectChecks(all, { checks: ['leaks.own-kye'] })).toThrow(/Did you mean .*own-key/);
});

test('A choice that leaves no check is rejected, and the correct name of a misspelled group is suggested', () => {
  const all = [{ id: 'junction.listX.leaks.own-key' }];
  expect(() => selectChecks(all, { checks: ['leaks'], excludeChecks: ['leaks'] })).toThrow(
    /No check is left.*Exclude fewer/,
  );
  expect(() => selectChecks(all, { checks: ['leks'] })).toThrow(/Did you mean leaks\?/);
});
