import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typescriptLiteral } from '../../../build/docs/typescript-literal.ts';

test('any JSON value is written so that JavaScript reads the same value, at any width', () => {
  const widths = fc.integer({ min: 0, max: 120 });
  fc.assert(
    fc.property(fc.jsonValue(), widths, (value, width) => {
      const literal = typescriptLiteral(value, '', width);
      expect(JSON.stringify(new Function(`return (${literal})`)())).toBe(JSON.stringify(value));
    }),
  );
});

test.each([
  [{ a: 1, 'b-c': ['x', null] }, 90, "{ a: 1, 'b-c': ['x', null] }"],
  [{ a: { b: 'it"s', c: "it's" } }, 10, "{\n  a: {\n    b: 'it\"s',\n    c: 'it\\'s',\n  },\n}"],
  [{}, 90, '{}'],
  [JSON.parse('{"__proto__":0}'), 90, "{ ['__proto__']: 0 }"],
])('%j is written as people write it', (value, width, text) => {
  expect(typescriptLiteral(value, '', width)).toBe(text);
});
