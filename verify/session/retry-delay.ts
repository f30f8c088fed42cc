const longestMilliseconds = 60_000;

/** How long to wait before a request is tried again, as `Retry-After` says; null where that is longer than a minute. */
export function retryDelay(header: string | undefined, tried: number, now: Date): number | null {
  const asked = askedMilliseconds(header?.trim() ?? '', now);
  if (asked === null) return Math.min(500 * 2 ** tried, longestMilliseconds);
  const delay = Math.max(0, asked);
  return delay > longestMilliseconds ? null : delay;
}

/** What the header asks for; null where it is empty or says nothing that can be understood. */
function askedMilliseconds(header: string, now: Date): number | null {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : until - now.getTime();
}
