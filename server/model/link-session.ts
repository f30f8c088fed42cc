import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { Instant } from './instant.ts';

/** In a `widget` a person chooses a provider. In a `consent` the person decides what one provider may share. */
export type LinkKind = 'widget' | 'consent';

/** One attempt of a user to connect a provider, from its token on. */
export interface LinkSession {
  /** The id in the rows of the store, of the workspace that owns the user. */
  readonly workspaceId: string;
  readonly publicId: string;
  readonly version: string;
  readonly editions: EditionChoice;
  /** The time of its workspace when it was read. */
  readonly now: Instant;
  /** The time of the base clock at which something is due in its workspace, in milliseconds. */
  readonly validUntil: number;
  readonly kind: LinkKind;
  /** The hash of its token, which names it in the store. */
  readonly hash: string;
  readonly vendor: Vendor;
  readonly userId: string;
  /** Neutral slug; null as long as the person has not chosen one. */
  readonly provider: string | null;
  /** To which the person returns; null if none was given. */
  readonly redirectUrl: string | null;
  /** What the vendor's API keeps with it. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What it waits for; null if nothing. */
  readonly pending: unknown;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When it led to a connection, or was used up otherwise. */
  readonly consumedAt: Instant | null;
}
