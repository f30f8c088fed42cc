import type { Kysely } from 'kysely';
import type { Connection } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
import type { Limits } from '../model/limits.ts';
import { connectionOf, linkedAgain, type NewLink } from '../model/new-link.ts';
import { demoMilliseconds } from '../model/user.ts';
import { plus } from '../model/workspace-clock.ts';
import type { Change } from './change-workspace.ts';
import { type ExceededLimit, roomForConnection } from './confirm-room.ts';
import { fromRow, toRow } from './connection-row.ts';
import { noteDue } from './settle-due.ts';
import type { OwnConnections } from './shared-scenarios.ts';
import type { Tables } from './tables.ts';
import { usersIn } from './users.ts';

/** The moment of a link, and the function that makes ids. */
export interface LinkMoment {
  readonly now: Instant;
  readonly newId: () => string;
}

/** The result of a link. `reconnected` was not active before; `renewed` was. */
export type Connected =
  | { readonly kind: 'connected' | 'reconnected' | 'renewed'; readonly connection: Connection }
  | { readonly kind: 'no-user' }
  /** The user would hold a demo connection and a real one. */
  | { readonly kind: 'mixes-demo' }
  | ({ readonly kind: 'exceeds' } & ExceededLimit);

/** Connects a provider inside a transaction that has locked the workspace. */
export type Connect = (
  transaction: Kysely<Tables>,
  workspaceId: string,
  link: NewLink,
  moment: LinkMoment,
) => Promise<Change<Connected>>;

/** Makes that function. A wearable that the user had before keeps its connection. */
export function createConnect(options: {
  readonly ownConnections: OwnConnections;
  readonly limits: Limits;
}): Connect {
  const { ownConnections, limits } = options;

  return async function connect(transaction, workspaceId, link, { now, newId }) {
    const { userId, provider, integration, isDemo = false } = link;
    const user = await usersIn(transaction, workspaceId).where('id', '=', userId).executeTakeFirst();
    if (user === undefined) return refusal({ kind: 'no-user' });
    await ownConnections(transaction, { workspaceId, userId });
    const wearables = await transaction
      .selectFrom('connections')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .where('integration_type', 'is', null)
      .execute();
    if (integration === null && isDemo !== (user.is_demo === 1) && (isDemo ? wearables.length > 0 : true))
      return refusal({ kind: 'mixes-demo' });

    const row = integration === null ? wearables.find((one) => one.provider === provider) : undefined;
    if (row !== undefined) {
      const before = fromRow(row);
      const connection = linkedAgain(before, link, now);
      await transaction
        .updateTable('connections')
        .set(toRow(workspaceId, connection))
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', connection.id)
        .execute();
      const wasActive = before.state === 'active' || before.state === 'testing';
      return { outcome: { kind: wasActive ? 'renewed' : 'reconnected', connection }, isChanged: true };
    }
    const connection = connectionOf(link, { id: newId(), now });
    const exceeded = await roomForConnection(transaction, workspaceId, connection, limits);
    if (exceeded !== null) return refusal({ kind: 'exceeds', ...exceeded });
    await transaction.insertInto('connections').values(toRow(workspaceId, connection)).execute();
    if (isDemo && user.is_demo === 0) {
      await transaction
        .updateTable('users')
        .set({ is_demo: 1, demo_since: now })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', userId)
        .execute();
      await noteDue(transaction, workspaceId, plus(now, demoMilliseconds));
    }
    return { outcome: { kind: 'connected', connection }, isChanged: true };
  };
}

function refusal(outcome: Connected): Change<Connected> {
  return { outcome, isChanged: false };
}
