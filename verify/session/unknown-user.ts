import { createHash } from 'node:crypto';

/** A UUID that no user has. The same seed gives the same UUID. */
export function unknownUserOf(seed: number): string {
  const digest = createHash('sha256').update(`unknown user ${seed}`).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
