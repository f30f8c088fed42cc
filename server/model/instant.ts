/** A moment as `YYYY-MM-DDTHH:MM:SS.sssZ`: of fixed width, so that text order is time order. */
export type Instant = string;

/** The moment as a vendor writes UTC, without milliseconds if they are zero. */
export function writtenInUtc(instant: Instant, zone: 'Z' | '+00:00'): string {
  return instant.slice(0, instant.endsWith('.000Z') ? -5 : -1) + zone;
}
