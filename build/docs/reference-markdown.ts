import { createMarkdownFromOpenApi } from '@scalar/openapi-to-markdown';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import type { DocumentedContract } from './documented-contract.ts';
import { errorSection, withShortErrors } from './shared-errors.ts';

/**
 * The reference of a contract as Markdown. Each operation has an anchor with its id, and an HTML comment,
 * `samples <id>`, for its code samples.
 */
export async function referenceMarkdown(document: DocumentedContract): Promise<string> {
  // The section that the renderer makes of the tags would only repeat the operations.
  const { tags: _, ...untagged } = withShortErrors(document);
  const rendered = withoutGeneratedExamples(await createMarkdownFromOpenApi(untagged));
  const markdown = withShortContents(withSampleMarks(withOwnAnchors(rendered, document)))
    .replace(/^## Schemas$/m, () => `${errorSection(document)}\n\n## Schemas`)
    .replace(/^(- \*\*OpenAPI Version:\*\*).*$/m, `$1 \`${document.openapi}\``)
    .replaceAll(/(\*\*Example:[^*\n]*\*\*)\n\n *```json\n *(.+)\n *```/g, '$1 `$2`')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\\`', '`');
  if (markdown.includes('scalar-') || markdown.includes('Generated example')) {
    throw new Error(
      'The Markdown of a reference has a part that is only the renderer’s. Replace it as well.',
    );
  }
  return markdown;
}

/** The renderer's own examples are empty texts for the most part. Those of the contract stay. */
function withoutGeneratedExamples(markdown: string): string {
  return markdown
    .replaceAll(
      /<a id="scalar-example-\d+"><\/a>\n\n\*\*Generated example:\*\*\n\n```json\n[\s\S]*?\n```\n+/g,
      '',
    )
    .replaceAll(/\[Generated example\]\(#scalar-example-\d+\)\n+/g, '');
}

/** Replaces the renderer's anchors: an operation gets its id, and everything else already has the anchor of its heading. */
function withOwnAnchors(markdown: string, document: OpenApiDocument): string {
  const operations = markdown.matchAll(
    /<a id="(scalar-operation-[^"]+)"><\/a>\n\n### .*\n\n(?:- .*\n)*?- \*\*Operation ID:\*\*\s`(\w+)`/g,
  );
  const names = new Map(Array.from(operations, ([, anchor = '', id = '']) => [anchor, id]));
  for (const name of Object.keys(document.components.schemas ?? {})) {
    names.set(`scalar-schema-${name.toLowerCase()}`, name.toLowerCase());
  }
  return markdown
    .replaceAll(/\*\*Servers:\*\* \[Inherited servers\].*\n\n/g, '')
    .replaceAll(
      '[Global authentication](#scalar-context-global-authentication)',
      '[as described above](#authentication)',
    )
    .replaceAll(/<a id="scalar-(?:context|schema)-[^"]*"><\/a>\n\n/g, '')
    .replaceAll(/(?<=#|<a id=")scalar-[\w-]+/g, (anchor) => names.get(anchor) ?? anchor);
}

/** The schemas in the contents as one paragraph. As a list they would be longer than the operations. */
function withShortContents(markdown: string): string {
  return markdown.replace(/(?<=^\*\*Schemas\*\*\n\n)(?:- .*\n)+/m, (list) =>
    list.replaceAll(/\n- /g, ' ·\n').replace(/^- /, ''),
  );
}

function withSampleMarks(markdown: string): string {
  return markdown.replaceAll(
    /(<a id="(\w+)"><\/a>\n\n### [\s\S]*?\n)(#### Responses\n)/g,
    '$1<!-- samples $2 -->\n\n$3',
  );
}
