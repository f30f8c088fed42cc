import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStrictJson } from '../../../verify/wire/strict-json.ts';

const read = (text: string) => readStrictJson(Buffer.from(text));
const megabytes = 4 * 1024 * 1024;

test('Any JSON value is parsed to the same value, without duplicate keys', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.nat(3), (text, indent) => {
      const value: unknown = JSON.parse(text);
      expect(read(JSON.stringify(value, null, indent))).toEqual({ ok: true, value, duplicateKeys: [] });
    }),
  );
});

test('A duplicate key in an object is reported, even if it is escaped', () => {
  const escaped = (key: string) =>
    `"${[...key].map((letter) => [...Array(letter.length).keys()].map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')).join('')}"`;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), fc.nat(5), (key, value, depth) => {
      const inner = `{${JSON.stringify(key)}:${JSON.stringify(value)},"":[],${escaped(key)} : null}`;
      const text = `${'[{"in":'.repeat(depth)}${inner}${'}]'.repeat(depth)}`;
      expect(read(text)).toMatchObject({ ok: true, duplicateKeys: expect.arrayContaining([key]) });
    }),
  );
});

test('The same key in two objects, or as a value, is not a duplicate', () => {
  expect(read('[{"a":"a"},{"a":{"a":["a","a",{"a":1}]}}]')).toMatchObject({ duplicateKeys: [] });
});

test('Anything except white space after the text is rejected', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.constantFrom(',', '}', ']', '{}', ' null', '\0', '\u00a0', '"'),
      (text, rest) => {
        expect(read(text + rest)).toMatchObject({ ok: false });
      },
    ),
  );
});

test.each<[string, Buffer]>([
  ['an empty body', Buffer.alloc(0)],
  ['a byte order mark', Buffer.from('\uFEFF[]')],
  ['UTF-16', Buffer.from('[]', 'utf16le')],
  ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['half of a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['Latin-1', Buffer.from('"é"', 'latin1')],
  ['a comment', Buffer.from('[] // none')],
  ['NaN', Buffer.from('[NaN]')],
  ['an unterminated string', Buffer.from('["a\\')],
])('%s is rejected', (_, body) => {
  expect(readStrictJson(body)).toMatchObject({ ok: false });
});

describe('Four megabytes are parsed within seconds and without a stack overflow', () => {
  test.each<[string, string, boolean]>([
    ['one string', JSON.stringify('a'.repeat(megabytes)), true],
    ['one string of escapes', `"${'\\n'.repeat(megabytes / 2)}"`, true],
    ['opening brackets', '['.repeat(megabytes), false],
    ['opening objects', '{"a":'.repeat(megabytes / 5), false],
    ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, false],
    ['nulls', `[${'null,'.repeat(megabytes / 5)}null]`, false],
    ['empty objects', `[${'{},'.repeat(megabytes / 3)}{}]`, false],
  ])('%s', (_, text, ok) => {
    expect(read(text).ok).toBe(ok);
  });

  test('At most a hundred duplicate keys are reported', () => {
    const pairs = Array.from({ length: 50_000 }, (_, index) => `"k${index >> 1}":1`);
    expect(read(`{${pairs.join()}}`)).toMatchObject({ duplicateKeys: { length: 100 } });
  });
});
