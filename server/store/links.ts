import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '../model/instant.ts';
import type { Limits } from '../model/limits.ts';
import type { LinkKind, LinkSession } from '../model/link-session.ts';
import type { NewLink } from '../model/new-link.ts';
import { keyRow, type WorkspaceSnapshot } from './api-keys.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForLink } from './confirm-room.ts';
import type { Connect, Connected, LinkMoment } from './connect.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { LinkRow, Tables } from './tables.ts';

/** A link that begins. `tokenPrefix` begins its token. */
export type NewLinkSession = Pick<
  LinkSession,
  'kind' | 'vendor' | 'userId' | 'provider' | 'redirectUrl' | 'settings' | 'createdAt' | 'expiresAt'
> & {
  readonly tokenPrefix?: string;
  /** The link from which this one was made. It is used up with this one. */
  readonly parent?: LinkSession;
};

type Creation =
  | { readonly kind: 'created'; readonly token: string }
  | ({ readonly kind: 'exceeds' } & ExceededLimit);

type Completion = Connected | { readonly kind: 'consumed' | 'expired' };

type FoundRow = LinkRow & Pick<Tables['workspaces'], 'public_id'>;

/** The links that have begun. A token names its workspace. Tokens are stored as hashes only. */
export function createLinks(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
  readonly changeWorkspace: ChangeWorkspace;
  readonly connect: Connect;
  readonly limits: Limits;
  readonly findSnapshot: (publicId: string) => Promise<WorkspaceSnapshot | null>;
}) {
  const { db, run, changeWorkspace, connect, limits, findSnapshot } = options;
  const candidates = prepareQuery<{ kind: LinkKind; lookup: string }, FoundRow>((parameter) =>
    db
      .selectFrom('links')
      .innerJoin('workspaces', 'workspaces.id', 'links.workspace_id')
      .selectAll('links')
      .select('workspaces.public_id')
      .where('kind', '=', parameter('kind'))
      .where('lookup', '=', parameter('lookup'))
      .where('workspaces.retired_at', 'is', null),
  );

  return {
    /** Begins a link; null if there is no such workspace. The token is not known to anyone else. */
    create(publicId: string, session: NewLinkSession): Promise<Creation | null> {
      return changeWorkspace<Creation>(publicId, async (transaction, workspaceId) => {
        const exceeded = await roomForLink(transaction, workspaceId, session.createdAt, limits);
        if (exceeded !== null) return { outcome: { kind: 'exceeds', ...exceeded }, isChanged: false };
        const token = (session.tokenPrefix ?? '') + randomBytes(32).toString('base64url');
        await transaction
          .insertInto('links')
          .values({
            workspace_id: workspaceId,
            kind: session.kind,
            ...keyRow(token),
            parent_hash: session.parent?.hash ?? null,
            vendor: session.vendor,
            user_id: session.userId,
            provider: session.provider,
            redirect_url: session.redirectUrl,
            settings: JSON.stringify(session.settings),
            pending: null,
            created_at: session.createdAt,
            expires_at: session.expiresAt,
            consumed_at: null,
          })
          .execute();
        // No answer shows a link, so answers stay valid.
        return { outcome: { kind: 'created', token }, isChanged: false };
      });
    },

    /** The link of a token, also if it is used up or has expired; null if the token is unknown. */
    async find(token: string, kind: LinkKind): Promise<LinkSession | null> {
      const presented = keyRow(token);
      for (const row of await run(candidates({ kind, lookup: presented.lookup }))) {
        if (!timingSafeEqual(Buffer.from(row.hash), Buffer.from(presented.hash))) continue;
        const workspace = await findSnapshot(row.public_id);
        // It may have been deleted and created again in between.
        return workspace?.workspaceId === row.workspace_id ? sessionOf(row, workspace) : null;
      }
      return null;
    },

    /** Keeps what the link waits for, in place of what it waited for before. */
    async hold({ publicId, hash: name }: LinkSession, pending: unknown): Promise<void> {
      await changeWorkspace(publicId, async (transaction, workspaceId) => {
        await rowsOf(transaction, workspaceId, [name])
          .set({ pending: pending === null ? null : JSON.stringify(pending) })
          .execute();
        return { outcome: null, isChanged: false };
      });
    },

    /**
     * Connects, and uses up the link with its parent, in one transaction. A link that is used up or has expired by
     * `now` connects nothing, and one that does not connect stays as it is.
     */
    async complete(session: LinkSession, link: NewLink, moment: LinkMoment): Promise<Completion> {
      const outcome = await changeWorkspace<Completion>(
        session.publicId,
        async (transaction, workspaceId) => {
          const names = await usable(transaction, workspaceId, session, moment.now);
          if (typeof names === 'string') return { outcome: { kind: names }, isChanged: false };
          const change = await connect(transaction, workspaceId, link, moment);
          if (change.isChanged)
            await rowsOf(transaction, workspaceId, names)
              .set({ consumed_at: moment.now, pending: null })
              .execute();
          return change;
        },
      );
      return outcome ?? { kind: 'no-user' };
    },

    /** Ends the time in which the link can be used. One that is used up or has expired stays as it is. */
    async expire(session: LinkSession, now: Instant): Promise<void> {
      await changeWorkspace(session.publicId, async (transaction, workspaceId) => {
        const names = await usable(transaction, workspaceId, session, now);
        if (typeof names !== 'string')
          await rowsOf(transaction, workspaceId, [session.hash]).set({ expires_at: now }).execute();
        return { outcome: null, isChanged: false };
      });
    },

    /** Uses up the link alone; false if it was used up before, or has expired. */
    async discard(session: LinkSession, now: Instant): Promise<boolean> {
      const outcome = await changeWorkspace(session.publicId, async (transaction, workspaceId) => {
        const names = await usable(transaction, workspaceId, session, now);
        if (typeof names === 'string') return { outcome: false, isChanged: false };
        await rowsOf(transaction, workspaceId, [session.hash])
          .set({ consumed_at: now, pending: null })
          .execute();
        return { outcome: true, isChanged: false };
      });
      return outcome === true;
    },
  };
}

function rowsOf(transaction: Kysely<Tables>, workspaceId: string, hashes: readonly string[]) {
  return transaction.updateTable('links').where('workspace_id', '=', workspaceId).where('hash', 'in', hashes);
}

/** The hashes of a link and its parent; otherwise why they cannot be used. */
async function usable(
  transaction: Kysely<Tables>,
  workspaceId: string,
  session: LinkSession,
  now: Instant,
): Promise<readonly string[] | 'consumed' | 'expired'> {
  const find = (name: string) =>
    transaction
      .selectFrom('links')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('hash', '=', name)
      .executeTakeFirst();
  const row = await find(session.hash);
  if (row === undefined) return 'expired';
  const parent = row.parent_hash === null ? undefined : await find(row.parent_hash);
  const all = parent === undefined ? [row] : [row, parent];
  if (all.some(({ consumed_at }) => consumed_at !== null)) return 'consumed';
  if (row.expires_at <= now) return 'expired';
  return all.map(({ hash: name }) => name);
}

function sessionOf(row: LinkRow, workspace: WorkspaceSnapshot): LinkSession {
  return {
    ...workspace,
    kind: row.kind,
    hash: row.hash,
    vendor: row.vendor,
    userId: row.user_id,
    provider: row.provider,
    redirectUrl: row.redirect_url,
    settings: JSON.parse(row.settings),
    pending: row.pending === null ? null : JSON.parse(row.pending),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    consumedAt: row.consumed_at,
  };
}
