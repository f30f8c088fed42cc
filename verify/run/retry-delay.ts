const longestMilliseconds = 60_000;

/** How long to wait before a request is tried again, as `Retry-After` says; null where that is longer than a minute. */
export function retryDelay(header: string | undefined, tried: number, now: Date): number | null {
  const seconds = Number(header);
  const asked =
    header === undefined || header.trim() === ''
      ? 500 * 2 ** tried
      : Number.isFinite(seconds)
        ? seconds * 1000
        : Date.parse(header) - now.getTime();
  const delay = Math.max(0, Number.isNaN(asked) ? 500 * 2 ** tried : asked);
  return delay > longestMilliseconds ? null : delay;
}
