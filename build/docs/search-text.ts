/** Of VitePress's Markdown renderer only what is used here. */
interface MarkdownRenderer {
  render(source: string, environment: object): string;
}

/**
 * The HTML of a page as the search reads it: without the code samples, which have the same words in each operation, and
 * without colours in code, which would take a second to compute.
 */
export function searchText(source: string, environment: object, renderer: MarkdownRenderer): string {
  const text = source
    .replaceAll(/^::: code-group\n[\s\S]*?^:::$/gm, '')
    .replaceAll(/^( *)```\w.*$/gm, '$1```text');
  return renderer.render(text, environment);
}
