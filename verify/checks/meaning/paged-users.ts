import type { Session } from '../../session/session.ts';
import { wholeList } from '../../session/whole-list.ts';
import type { Item } from '../../vendors/vendor-rules.ts';

interface PagedUser {
  readonly id: string;
  readonly whole: readonly Item[];
}

/** The users whose lists are used to check paging: the first with two items, and the one with the most items. */
export async function pagedUsers(session: Session): Promise<readonly PagedUser[]> {
  const found: PagedUser[] = [];
  for (const { id } of session.options.target.users) {
    const whole = await wholeList(session, id);
    if (whole !== null && whole.length >= 2) found.push({ id, whole });
  }
  const [first] = found;
  const longest = found.toSorted((one, other) => other.whole.length - one.whole.length)[0];
  return [...new Set([first, longest])].filter((user) => user !== undefined);
}
