import { expect, test } from 'vitest';
import { searchText } from '../../../build/docs/search-text.ts';

test('the search reads a page without its code samples, and its code as plain text', () => {
  const rendered: [string, object][] = [];
  const renderer = { render: (...args: [string, object]) => String(rendered.push(args)) };
  const environment = { path: 'one.md' };
  const source =
    '# One\n\n::: code-group\n\n```sh [cURL]\ncurl\n```\n\n:::\n\n```json\n{}\n```\n\n- a\n\n  ```sh\n  b\n  ```\n';
  expect(searchText(source, environment, renderer)).toBe('1');
  expect(rendered).toEqual([
    ['# One\n\n\n\n```text\n{}\n```\n\n- a\n\n  ```text\n  b\n  ```\n', environment],
  ]);
});
