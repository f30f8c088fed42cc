import type { operations } from '../../generated/sandbox.ts';
import type { Handlers } from '../api/api.ts';
import type { Instant } from '../model/instant.ts';

/** A caller that has passed the guard. It may call every operation. */
export interface SandboxCaller {
  /** The time of the workspace in the path; of the base clock if there is none. */
  readonly now: Instant;
}

/** One function per operation of the sandbox API. */
export type SandboxHandlers<Id extends keyof operations = keyof operations> = Handlers<
  Pick<operations, Id>,
  SandboxCaller,
  'limit'
>;

/** Makes a page of a list. Pass one item more than the limit, if it exists: then there is a next page. */
export function pageOf<Item extends { readonly id: string }>(
  itemsAndOneMore: readonly Item[],
  limit: number,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = itemsAndOneMore.slice(0, limit);
  return { items, next: itemsAndOneMore.length > limit ? (items.at(-1)?.id ?? null) : null };
}
