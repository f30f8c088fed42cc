import type { LinkErrorType } from '../../link/link-error-type.ts';
import type { LinkSession } from '../../model/link-session.ts';

/** Why a link cannot be used any more. */
export type LinkEnd = Extract<LinkErrorType, 'token_consumed' | 'token_expired'>;

/** Why a link can no longer be used; null if it can. */
export function linkEnd({ consumedAt, expiresAt, now }: LinkSession): LinkEnd | null {
  if (consumedAt !== null) return 'token_consumed';
  return now < expiresAt ? null : 'token_expired';
}

export const linkEndTexts: Readonly<Record<LinkEnd, string>> = {
  token_consumed: 'This link has already been used.',
  token_expired: 'This link has expired.',
};
