// What happens in a workspace when its time comes, without a request.
import type { Kysely } from 'kysely';
import type { Instant } from '../model/instant.ts';
import { applyTransition } from '../model/transition.ts';
import { demoMilliseconds } from '../model/user.ts';
import { plus } from '../model/workspace-clock.ts';
import { fromRow, toRow } from './connection-row.ts';
import type { Tables } from './tables.ts';

/** A change that happens at a time: the token of a connection expires, or a user with demo connections ends. */
interface Due {
  readonly kind: 'expiry' | 'demo-end';
  readonly id: string;
  readonly at: Instant;
}

/**
 * Makes all changes of a workspace that are due by `now`, in order of their time and each as of its time. Then it writes
 * when the next one is due. Call it in a transaction that has locked the workspace, and raise the version after it.
 */
export async function settleDue(
  transaction: Kysely<Tables>,
  workspaceId: string,
  now: Instant,
): Promise<void> {
  const due = [...(await dueExpiries()), ...(await dueDemoEnds())];
  for (const { kind, id, at } of due.toSorted(byTime)) {
    if (kind === 'expiry') await expire(transaction, { workspaceId, id, at });
    else
      await transaction
        .deleteFrom('users')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .execute();
  }
  const next = await nextDue(transaction, workspaceId);
  await transaction
    .updateTable('workspaces')
    .set({ next_due_at: next })
    .where('id', '=', workspaceId)
    .execute();

  async function dueExpiries(): Promise<Due[]> {
    const rows = await transaction
      .selectFrom('connections')
      .select(['id', 'expires_at'])
      .where('workspace_id', '=', workspaceId)
      .where('expires_at', '<=', now)
      .execute();
    return rows.flatMap(({ id, expires_at: at }) => (at === null ? [] : [{ kind: 'expiry', id, at }]));
  }

  async function dueDemoEnds(): Promise<Due[]> {
    const rows = await transaction
      .selectFrom('users')
      .select(['id', 'demo_since'])
      .where('workspace_id', '=', workspaceId)
      .where('demo_since', '<=', plus(now, -demoMilliseconds))
      .execute();
    return rows.flatMap(({ id, demo_since: since }) =>
      since === null ? [] : [{ kind: 'demo-end', id, at: plus(since, demoMilliseconds) }],
    );
  }
}

/** Makes sure that a change at this time happens then. Call it in the transaction that writes what is due. */
export async function noteDue(transaction: Kysely<Tables>, workspaceId: string, at: Instant): Promise<void> {
  await transaction
    .updateTable('workspaces')
    .set({ next_due_at: at })
    .where('id', '=', workspaceId)
    .where((where) => where.or([where('next_due_at', 'is', null), where('next_due_at', '>', at)]))
    .execute();
}

async function expire(
  transaction: Kysely<Tables>,
  { workspaceId, id, at }: { readonly workspaceId: string; readonly id: string; readonly at: Instant },
): Promise<void> {
  const row = await transaction
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  // Its user has ended before.
  if (row === undefined) return;
  const before = fromRow(row);
  const outcome = applyTransition(before, { type: 'expire' }, at);
  const connection = outcome.kind === 'changed' ? outcome.connection : { ...before, expiresAt: null };
  await transaction
    .updateTable('connections')
    .set(toRow(workspaceId, connection))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

async function nextDue(transaction: Kysely<Tables>, workspaceId: string): Promise<Instant | null> {
  const { expiry } = await transaction
    .selectFrom('connections')
    .select(({ fn }) => fn.min('expires_at').as('expiry'))
    .where('workspace_id', '=', workspaceId)
    .where('expires_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const { since } = await transaction
    .selectFrom('users')
    .select(({ fn }) => fn.min('demo_since').as('since'))
    .where('workspace_id', '=', workspaceId)
    .where('demo_since', 'is not', null)
    .executeTakeFirstOrThrow();
  const demoEnd = since === null ? null : plus(since, demoMilliseconds);
  if (expiry === null || demoEnd === null) return expiry ?? demoEnd;
  return expiry < demoEnd ? expiry : demoEnd;
}

function byTime(one: Due, other: Due): number {
  return orderOf(one) < orderOf(other) ? -1 : 1;
}

function orderOf({ at, kind, id }: Due): string {
  return `${at} ${kind} ${id}`;
}
