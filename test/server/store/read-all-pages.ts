import type { Page } from '../../../server/store/workspaces.ts';

/** Reads a list that is ordered by id, page by page, until a page is not full. */
export async function readAllPages<Item extends { readonly id: string }>(
  limit: number,
  list: (page: Page) => Promise<Item[] | null>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const page = (await list({ after: items.at(-1)?.id ?? '', limit })) ?? [];
    items.push(...page);
    if (page.length < limit) return items;
  }
}
