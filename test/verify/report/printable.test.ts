import { expect, test } from 'vitest';
import { printable } from '../../../verify/report/printable.ts';
import { hostileText } from './sample-report.ts';

test.each([
  ['an escape sequence', 'a\u001b[31mb', 'a\\u001b[31mb'],
  ['a C1 control character', '\u009b31m', '\\u009b31m'],
  ['line breaks and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
  ['line separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ['a change of text direction', '\u202Eabc', '\\u202eabc'],
  ['invisible characters', 'a\u200Bb\u{E0041}', 'a\\u200bb\\u{e0041}'],
  ['lone surrogates', '\uD800 \uDC00', '\\ud800 \\udc00'],
  ['characters that XML does not allow', '\uFFFE\u{1FFFF}', '\\ufffe\\u{1ffff}'],
  ['a command to a CI runner', 'x ##[group] ##vso[y]', 'x \\u0023#[group] \\u0023#vso[y]'],
])('It escapes %s', (_, text, want) => {
  expect(printable(text)).toBe(want);
});

test('It leaves visible text unchanged', () => {
  const text = '👩‍👩‍👧 é e\u0301 שלום 日本 ## heading <b> %0A';
  expect(printable(text)).toBe(text);
});

test('It cuts between characters, and states how much it removed', () => {
  expect(printable('😀😀😀', 2)).toBe('😀😀… (2 more characters)');
});

test('It leaves no control characters or runner commands in hostile text', () => {
  expect(printable(hostileText)).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]|##\w*\[/u);
});
