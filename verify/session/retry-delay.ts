const maxMilliseconds = 60_000;

/** How many milliseconds to wait before a retry, by `Retry-After`; null if that is longer than a minute. */
export function retryDelay(header: string | undefined, tried: number, now: Date): number | null {
  const requested = requestedMilliseconds(header?.trim() ?? '', now);
  if (requested === null) return Math.min(500 * 2 ** tried, maxMilliseconds);
  const delay = Math.max(0, requested);
  return delay > maxMilliseconds ? null : delay;
}

/** The delay that the header requests; null if the header is empty or not valid. */
function requestedMilliseconds(header: string, now: Date): number | null {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : until - now.getTime();
}
