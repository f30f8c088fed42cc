/** Returns the cycles of a graph, each as its shortest path: `['a', 'b', 'a']`. */
export function findCycles(edges: Iterable<readonly [from: string, to: string]>): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const found: string[][] = [];
  for (const node of next.keys()) {
    if (found.some((cycle) => cycle.includes(node))) continue;
    const path = shortestCycle(node, next);
    if (path !== null) found.push(path);
  }
  return found;
}

function shortestCycle(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const paths = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const node of next.get(path.at(-1) ?? '') ?? []) {
      if (node === start) return [...path, node];
      if (seen.has(node)) continue;
      seen.add(node);
      paths.push([...path, node]);
    }
  }
  return null;
}
