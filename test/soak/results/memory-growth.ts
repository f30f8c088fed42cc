/** Resident memory of one process at a moment. */
interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly megabytes: number;
}

/** The memory of one process from its start to its end. */
export interface MemoryGrowth {
  readonly name: string;
  readonly seconds: number;
  /** The median of the second third of its life, in MB. The first third is the warm-up. */
  readonly early: number;
  /** The median of the last third. */
  readonly late: number;
  /** `unknown` if the warm-up was too short. */
  readonly trend: 'flat' | 'grows' | 'unknown';
  /** Ten samples, evenly distributed. */
  readonly series: readonly number[];
}

/** How far the late median may be above the early one. */
export const allowedGrowth = { share: 0.1, megabytes: 32 } as const;

/** In seconds. In the first minute of load, caches fill and the heap takes its size. */
export const shortestLife = 180;

/** Compares the memory of a process late in its life with that after its warm-up. Returns null if there are too few samples. */
export function memoryGrowth({
  name,
  samples,
}: {
  readonly name: string;
  readonly samples: readonly Sample[];
}): MemoryGrowth | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return null;
  const seconds = (last.at - first.at) / 1000;
  if (samples.length < 9) return null;
  const third = Math.floor(samples.length / 3);
  const early = median(samples.slice(third, 2 * third));
  const late = median(samples.slice(-third));
  const isGrowing = late - early > Math.max(early * allowedGrowth.share, allowedGrowth.megabytes);
  const trend = seconds < shortestLife ? 'unknown' : isGrowing ? 'grows' : 'flat';
  const series = Array.from({ length: 10 }, (_, index) => {
    const sample = samples[Math.round((index * (samples.length - 1)) / 9)];
    return Math.round(sample?.megabytes ?? 0);
  });
  return { name, seconds, early, late, trend, series };
}

function median(samples: readonly Sample[]): number {
  const ordered = samples.map(({ megabytes }) => megabytes).toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
}
