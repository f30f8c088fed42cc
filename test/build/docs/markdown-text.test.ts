import { expect, test } from 'vitest';
import { firstParagraph, shortened, titleOf } from '../../../build/docs/markdown-text.ts';

test.each([
  ['# A `title` of *mine*\n\nText', 'A title of mine'],
  ['\n# Title\n', 'Title'],
  ['Text\n\n# Title\n', null],
  ['## Part\n', null],
])('the title of %j is %j', (markdown, title) => {
  expect(titleOf(markdown)).toBe(title);
});

test.each([
  ['a paragraph of two lines', '# T\n\nOne\ntwo.\n\nThree.\n', 'One two.'],
  [
    'links, code and emphasis',
    '# T\n\nSee [the **guide**](a.md#b) of `a_b`, _now_.\n',
    'See the guide of a_b, now.',
  ],
  [
    'what comes after a list, a table or code',
    '# T\n\n```sh\nnpm start\n```\n\n| a |\n|---|\n\nText.\n',
    'Text.',
  ],
  ['nothing before the next heading', '# T\n\n## Part\n\nText.\n', null],
  ['nothing at all', '# T\n', null],
])('the first paragraph is %s', (_, markdown, text) => {
  expect(firstParagraph(markdown)).toBe(text);
});

test('a long text is shortened to whole sentences, and a long sentence is kept', () => {
  const sentence = `${'word '.repeat(20)}end.`;
  expect(shortened(`${sentence} ${'W'}${sentence} Short.`)).toBe(sentence);
  expect(shortened(`${'word '.repeat(60)}end. Another.`)).toBe(`${'word '.repeat(60)}end.`);
  expect(shortened('One. Two. Three.')).toBe('One. Two. Three.');
});
