/** Those of some words that are most like this one, the nearest first; none that has hardly a letter in common. */
export function nearest(word: string, words: readonly string[], count = 1): readonly string[] {
  const sought = word.toLowerCase();
  return words
    .map((known) => ({ known, distance: distance(sought, known.toLowerCase()) }))
    .filter(({ known, distance }) => distance <= Math.max(2, Math.max(word.length, known.length) / 2))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, count)
    .map(({ known }) => known);
}

/** How many letters have to be added, dropped or changed to get from one text to another. */
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
