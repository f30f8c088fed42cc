import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

/** The node at a path of a YAML document, or, at `key`, the name of its last step; the nearest one above where there is none. */
export function nodeAt(document: Document, path: readonly string[], at: 'key' | 'value'): Node | null {
  let node: Node | null = isNode(document.contents) ? document.contents : null;
  for (const [index, step] of path.entries()) {
    const whole = isAlias(node) ? (node.resolve(document) ?? null) : node;
    const isLast = index === path.length - 1;
    let next: unknown;
    if (isSeq(whole)) next = whole.items[Number(step)];
    if (isMap(whole)) {
      const pair = whole.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      next = at === 'key' && isLast ? pair?.key : (pair?.value ?? pair?.key);
    }
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}
