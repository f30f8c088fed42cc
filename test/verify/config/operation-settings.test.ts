import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../verify/config/parse-config.ts';
import { settings } from '../../../verify/config/settings.ts';

describe('operations', () => {
  const { read } = settings.operations.type;

  test('is a list of ids, or the word all, which includes each id', () => {
    expect(read('getA,getB', ['getC'])).toEqual(['getC', 'getA', 'getB']);
    expect(read('all')).toBe('all');
    expect(read('getA', 'all')).toBe('all');
    expect(read('all', ['getA'])).toBe('all');
  });

  test('has the same values in a configuration', () => {
    expect(parseConfig('operations: all', 'a.yaml')).toEqual({ operations: 'all' });
    expect(parseConfig('operations: [getA, getB]', 'a.yaml')).toEqual({ operations: ['getA', 'getB'] });
  });

  test.each([
    ['operations: every', 'a.yaml:1:13: Expected a list, got text.'],
    ['operations: []', 'a.yaml:1:13: It is empty. Fill it in, or leave it out.'],
  ])('cannot be %s in a configuration', (text, message) => {
    expect(() => parseConfig(text, 'a.yaml')).toThrow(message);
  });
});

describe('parameters', () => {
  const { read, merge } = settings.parameters.type;

  test('are collected by name, each value once', () => {
    const one = read('connection_id=a=b');
    expect(one).toEqual({ connection_id: ['a=b'] });
    expect(read('connection_id=c', read('connection_id=a=b', one))).toEqual({ connection_id: ['a=b', 'c'] });
  });

  test.each(['connection_id', '=a', 'connection_id='])('cannot be %s', (line) => {
    expect(() => read(line)).toThrow(/^it (?:must be name=value|is empty)\.$/);
  });

  test('of a flag replace those of the same name in a configuration', () => {
    const config = { connection_id: ['a'], integration_id: ['slack'] };
    expect(merge?.({ connection_id: ['b'] }, config)).toEqual({
      connection_id: ['b'],
      integration_id: ['slack'],
    });
    const text = 'apis: { mielto: { parameters: { connection_id: [a] } } }';
    expect(parseConfig(text, 'a.yaml')).toEqual({
      apis: { mielto: { parameters: { connection_id: ['a'] } } },
    });
  });
});
