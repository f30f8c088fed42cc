import type { Page } from '../../../server/store/workspaces.ts';

/** Collects a list that is ordered by id, page by page, until a page comes that is not full. */
export async function walk<Item extends { readonly id: string }>(
  limit: number,
  list: (page: Page) => Promise<Item[]>,
): Promise<Item[]> {
  const walked: Item[] = [];
  for (;;) {
    const page = await list({ after: walked.at(-1)?.id ?? '', limit });
    walked.push(...page);
    if (page.length < limit) return walked;
  }
}
