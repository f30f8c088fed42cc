import autocannon from 'autocannon';
import type { Target } from './target.ts';

export interface Sample {
  readonly requestsPerSecond: number;
  readonly cpuMicrosecondsPerRequest: number;
  readonly p99Milliseconds: number;
}

export interface Load {
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The path of each request. */
  readonly path: () => string;
}

/** Asks a target over 50 connections for so many seconds. Rejects where any answer is not a 200. */
export async function measure(target: Target, { seconds, headers, path }: Load): Promise<Sample> {
  const cpuBefore = target.cpuMilliseconds();
  const result = await autocannon({
    url: target.origin,
    connections: 50,
    duration: seconds,
    headers: { ...headers },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  const answered = result['2xx'];
  if (answered === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${target.name}: ${result.non2xx} answers were no 200, ${result.errors} failed, ${answered} were right.`,
    );
  }
  return {
    requestsPerSecond: answered / result.duration,
    cpuMicrosecondsPerRequest: ((target.cpuMilliseconds() - cpuBefore) * 1000) / answered,
    p99Milliseconds: result.latency.p99,
  };
}

/** The sample in the middle, by throughput. */
export function median(samples: readonly Sample[]): Sample {
  const sorted = [...samples].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is no sample to take the median of.');
  return middle;
}
