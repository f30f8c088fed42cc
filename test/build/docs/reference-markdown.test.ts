import { expect, test } from 'vitest';
import { readReference } from '../../../build/docs/reference.ts';
import { allContractNames, readContract } from '../../../contract/contract.ts';
import { linkFaults } from '../../support/link-faults.ts';

const references = await Promise.all(allContractNames.map(readReference));

test.each(references)('the text version of $name shows the whole contract', ({ name, page }) => {
  const { document, operations } = readContract(name);
  const { markdown } = page;
  expect(markdown).toMatch(new RegExp(`^# ${document.info.title}\\n\\n${document.info.summary}\\n\\n`));
  expect(markdown).toContain('**OpenAPI Version:** `3.1.0`');
  for (const { id, path, responses, requestBody } of operations.values()) {
    expect(markdown).toContain(`<a id="${id}"></a>`);
    expect(markdown).toContain(`- **Path:** \`${path}\``);
    const bodies = [...responses.values(), ...(requestBody === null ? [] : [requestBody])];
    for (const { examples } of bodies.flatMap(({ content }) => [...content.values()])) {
      for (const example of examples.keys()) expect(markdown).toContain(`**Example: ${example}**`);
    }
  }
  for (const schema of Object.keys(document.components.schemas ?? {})) {
    expect(markdown).toContain(`\n### ${schema}\n`);
  }
});

test.each(references)('the text version of $name has nothing of its renderer alone', ({ page }) => {
  expect(page.markdown).not.toMatch(/scalar|Generated example|3\.2\.0|\u00a0|<!--|\\`/);
  expect(page.markdown.length).toBeLessThan(200_000);
});

test.each(references)(
  'the contents of $name list the operations, and the schemas in one paragraph',
  ({ name, page }) => {
    const [, contents = ''] = /^## Contents\n([\s\S]*?)^## /m.exec(page.markdown) ?? [];
    const { document, operations } = readContract(name);
    expect(contents.match(/^- /gm)).toHaveLength(operations.size);
    const [, schemas = ''] = contents.split('**Schemas**');
    expect(schemas.match(/\]\(#/g)).toHaveLength(Object.keys(document.components.schemas ?? {}).length);
  },
);

test.each(references)('every anchor that the text version of $name links exists', ({ page }) => {
  const links = page.markdown.match(/\]\(#/g) ?? [];
  expect(links.length).toBeGreaterThan(5);
  expect(linkFaults(new Map([['x.md', page.markdown.replaceAll(/\]\(\.\.\/[^)]+\)/g, '')]]), '/')).toEqual(
    [],
  );
});

test('known values of an open set are in the text', () => {
  const junction = references.find(({ name }) => name === 'junction');
  expect(junction?.page.markdown).toMatch(/Known today: .*`token_refresh_failed`/);
});
