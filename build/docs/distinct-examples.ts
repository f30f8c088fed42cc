/**
 * Leaves each value among the examples of a parameter once, under its first name. For readers: that the same workspace
 * goes with each example of an operation is for tools, which pair examples by name.
 */
export function leaveDistinctExamples(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (isParameter(node)) {
    const distinct = new Map<unknown, string>();
    for (const [name, { value }] of Object.entries(node.examples)) {
      if (distinct.has(value)) delete node.examples[name];
      else distinct.set(value, name);
    }
  }
  for (const child of Object.values(node)) leaveDistinctExamples(child);
}

interface Parameter {
  readonly examples: Record<string, { readonly value: unknown }>;
}

function isParameter(node: object): node is Parameter {
  return 'in' in node && typeof node.in === 'string' && 'examples' in node;
}
