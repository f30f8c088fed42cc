/** Random choices that a seed repeats. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** One of the items. Throws if there are none. */
  pick<Item>(items: readonly Item[]): Item;
  /** A random UUID. */
  uuid(): string;
}

/** Makes a generator (mulberry32) whose numbers depend on the seed alone. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Cannot pick an item: the list is empty.');
      return item;
    },
    uuid() {
      const digit = (mark: string) => Math.floor(mark === 'y' ? 8 + next() * 4 : next() * 16).toString(16);
      return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, digit);
    },
  };
}
