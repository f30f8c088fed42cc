import type { operations } from '../../generated/sandbox.ts';
import type { Handlers } from '../api/api.ts';

/** Whoever passes the guard may do everything. */
export type SandboxCaller = Readonly<Record<never, never>>;

/** One function for each of these operations of the sandbox API. */
export type SandboxHandlers<Id extends keyof operations = keyof operations> = Handlers<
  Pick<operations, Id>,
  SandboxCaller,
  'limit'
>;

/** A page of a list, from one item more than it holds, by which it is known whether there is a next. */
export function pageOf<Item extends { readonly id: string }>(
  itemsAndOneMore: readonly Item[],
  limit: number,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = itemsAndOneMore.slice(0, limit);
  return { items, next: itemsAndOneMore.length > limit ? (items.at(-1)?.id ?? null) : null };
}
