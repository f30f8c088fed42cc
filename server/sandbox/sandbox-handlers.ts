import type { operations } from '../../generated/sandbox.ts';
import type { Answer } from '../api/answer.ts';
import type { Store } from '../store/open-store.ts';

type Operations = operations;

type JsonBody<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : Op extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? Body | undefined
    : undefined;

/** A request that keeps the contract; query parameters have their defaults. */
export interface SandboxRequest<Id extends keyof Operations> {
  readonly path: NonNullable<Operations[Id]['parameters']['path']>;
  readonly query: Required<NonNullable<Operations[Id]['parameters']['query']>>;
  readonly body: JsonBody<Operations[Id]>;
}

/** What the handlers work with. */
export interface SandboxContext {
  readonly store: Store;
  readonly now: () => string;
  /** A new random UUID. */
  readonly newId: () => string;
}

/** One function for each of these operations: it answers, or throws a `SandboxProblemError`. */
export type SandboxHandlers<Id extends keyof Operations = keyof Operations> = {
  readonly [Key in Id]: (request: SandboxRequest<Key>, context: SandboxContext) => Promise<Answer>;
};

/** A page of a list, from one item more than it holds, by which it is known whether there is a next. */
export function pageOf<Item extends { readonly id: string }>(
  itemsAndOneMore: readonly Item[],
  limit: number,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = itemsAndOneMore.slice(0, limit);
  return { items, next: itemsAndOneMore.length > limit ? (items.at(-1)?.id ?? null) : null };
}
