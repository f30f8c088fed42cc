/** Returns the most similar words, the nearest first. Words with little in common are left out. */
export function nearest(word: string, words: readonly string[], count = 1): readonly string[] {
  const lower = word.toLowerCase();
  return words
    .map((known) => ({ known, distance: distance(lower, known.toLowerCase()) }))
    .filter(({ known, distance }) => distance <= Math.max(2, Math.max(word.length, known.length) / 2))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, count)
    .map(({ known }) => known);
}

/** The Levenshtein distance: how many letters must be added, removed or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
