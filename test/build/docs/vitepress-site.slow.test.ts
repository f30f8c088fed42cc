import { expect, test } from 'vitest';
import type { Page } from '../../../build/docs/page.ts';
import { vitepressSite } from '../../../build/docs/vitepress-site.ts';

function page(path: string, source: string): Page {
  return { path, name: path, summary: path, description: path, markdown: source, source };
}

const home = page('index', '# Home\n');

test('dead links fail the build, and each is named with its page', async () => {
  const guides = [
    page('one', '# One\n\n[Two](two.md) and [three](three.md#part)\n'),
    page('two', '# Two\n\n[x](./y.html)\n'),
  ];
  const references = [page('reference/api', '# API\n\n[one](../one.md), [four](../four.md)\n')];
  const site = vitepressSite({ base: '/', home, guides, references });
  await expect(site).rejects.toMatchObject({
    name: 'ExplainedError',
    message: [
      'The docs have dead links. Fix them:',
      '- one.md links ./three',
      '- reference/api.md links ./../four',
      '- two.md links ./y',
    ].join('\n'),
  });
});

test('what looks like a template, an attribute or a tag in code is shown as it is written', async () => {
  const source =
    '# One\n\nA `{{ path }}` and [GET /users/{user_id}](#a) {#b .c}, `<group>`.\n\n```sh\n{{ x }} <y>\n```\n';
  const { files, modules } = await vitepressSite({
    base: '/',
    home,
    guides: [page('one', source)],
    references: [],
  });
  const html = files.get('one.html');
  for (const text of [
    '{{ path }}',
    'GET /users/{user_id}',
    '{#b .c}',
    '&lt;group&gt;',
    '{{ x }}',
    '&lt;y&gt;',
  ]) {
    expect(html).toContain(text);
  }
  const packages = modules.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect(packages).toEqual(expect.arrayContaining(['vitepress', '@vue/runtime-core', 'minisearch']));
});
