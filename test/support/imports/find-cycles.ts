/** Returns the shortest way from each node back to itself, one for each circle: `['a', 'b', 'a']`. */
export function findCircles(edges: Iterable<readonly [from: string, to: string]>): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const found: string[][] = [];
  for (const node of next.keys()) {
    if (found.some((circle) => circle.includes(node))) continue;
    const way = wayBack(node, next);
    if (way !== null) found.push(way);
  }
  return found;
}

function wayBack(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const node of next.get(way.at(-1) ?? '') ?? []) {
      if (node === start) return [...way, node];
      if (seen.has(node)) continue;
      seen.add(node);
      ways.push([...way, node]);
    }
  }
  return null;
}
