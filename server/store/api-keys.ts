import { hash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { Instant } from '../model/instant.ts';
import type { KeyKind } from '../model/workspace.ts';
import { baseTimeAt, timeOn, type WorkspaceClock } from '../model/workspace-clock.ts';
import { fromClockRow, type TimeRow, timeColumns } from './clock-row.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';
import type { ConfirmVersion } from './workspace-versions.ts';

const lookupLength = 16;
const rememberedKeys = 10_000;

/** The stored form of a key: its hash, and the part of the hash that is indexed. */
export function keyRow(key: string): { lookup: string; hash: string } {
  const digest = hash('sha256', key);
  return { lookup: digest.slice(0, lookupLength), hash: digest };
}

/** A workspace as it was at one version. */
export interface WorkspaceSnapshot {
  /** The id in the rows of the store. */
  readonly workspaceId: string;
  /** The id that clients know. */
  readonly publicId: string;
  readonly version: string;
  readonly editions: EditionChoice;
  /** The time of the workspace when the snapshot was taken. */
  readonly now: Instant;
  /** The time of the base clock from which the snapshot is out of date, in milliseconds; infinite if nothing is due. */
  readonly validUntil: number;
}

/** What is cached about a workspace. The time is computed for each request. */
type KnownWorkspace = Omit<WorkspaceSnapshot, 'now'> & { readonly clock: WorkspaceClock };

/**
 * Makes the functions that find the workspace of a key. Hashes are compared in constant time, with every row that has
 * the same lookup part. A key is cached by its hash, with the version of its workspace at that time. Every change of
 * keys raises that version.
 */
export function createKeyFinder(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
  readonly confirmVersion: ConfirmVersion;
  /** The base clock. */
  readonly now: () => Instant;
  /** Makes everything happen in a workspace that is due. */
  readonly settle: (publicId: string) => Promise<void>;
}) {
  const { db, run, confirmVersion, now, settle } = options;
  const known = new LRUCache<string, KnownWorkspace>({ max: rememberedKeys });
  const candidates = prepareQuery<
    { vendor: Vendor; kind: KeyKind; lookup: string },
    { hash: string; workspace_id: string } & WorkspaceRow
  >((parameter) =>
    db
      .selectFrom('api_keys')
      .innerJoin('workspaces', 'workspaces.id', 'api_keys.workspace_id')
      .select([
        'api_keys.workspace_id',
        'workspaces.public_id',
        'workspaces.editions',
        'api_keys.hash',
        'workspaces.version',
        ...timeColumns,
      ])
      .where('vendor', '=', parameter('vendor'))
      .where('kind', '=', parameter('kind'))
      .where('lookup', '=', parameter('lookup'))
      .where('revoked_at', 'is', null)
      .where('workspaces.retired_at', 'is', null),
  );

  /** The workspace of a key when the key was last found; null if the key is not cached. */
  function recallKey(vendor: Vendor, key: string, kind: KeyKind = 'key'): KnownWorkspace | null {
    return known.get(`${vendor} ${kind} ${keyRow(key).hash}`) ?? null;
  }

  /** The workspace of a key as it is now; null if the key is unknown or revoked. */
  async function findWorkspaceByKey(
    vendor: Vendor,
    key: string,
    kind: KeyKind = 'key',
  ): Promise<WorkspaceSnapshot | null> {
    const presented = keyRow(key);
    const name = `${vendor} ${kind} ${presented.hash}`;
    const remembered = known.get(name);
    if (remembered !== undefined) {
      const version = await confirmVersion(remembered.workspaceId);
      if (version === remembered.version && !isDue(remembered)) return snapshotOf(remembered);
    }
    let found: KnownWorkspace | null = null;
    for (const row of await run(candidates({ vendor, kind, lookup: presented.lookup }))) {
      const isSame = timingSafeEqual(Buffer.from(row.hash), Buffer.from(presented.hash));
      if (isSame) found = knownOf(row, row.workspace_id);
    }
    if (found !== null && isDue(found)) {
      await settle(found.publicId);
      return findWorkspaceByKey(vendor, key, kind);
    }
    // An old entry is replaced, not deleted: deleting the only entry clears the whole cache, which is slow.
    if (found === null) known.delete(name);
    else known.set(name, found);
    return found === null ? null : snapshotOf(found);
  }

  const byPublicId = prepareQuery<{ publicId: string }, Tables['workspaces']>((parameter) =>
    db
      .selectFrom('workspaces')
      .selectAll()
      .where('public_id', '=', parameter('publicId'))
      .where('retired_at', 'is', null),
  );

  /** The workspace with this public id as it is now; null if it does not exist. */
  async function findSnapshot(publicId: string): Promise<WorkspaceSnapshot | null> {
    const [row] = await run(byPublicId({ publicId }));
    if (row === undefined) return null;
    const found = knownOf(row, row.id);
    if (!isDue(found)) return snapshotOf(found);
    await settle(publicId);
    return findSnapshot(publicId);
  }

  function isDue({ validUntil }: KnownWorkspace): boolean {
    return validUntil !== Number.POSITIVE_INFINITY && Date.parse(now()) >= validUntil;
  }

  function snapshotOf({ clock, ...workspace }: KnownWorkspace): WorkspaceSnapshot {
    return { ...workspace, now: timeOn(clock, now()) };
  }

  return { recallKey, findWorkspaceByKey, findSnapshot };
}

type WorkspaceRow = TimeRow & Pick<Tables['workspaces'], 'public_id' | 'editions' | 'version'>;

function knownOf(row: WorkspaceRow, workspaceId: string): KnownWorkspace {
  const { public_id: publicId, version, editions } = row;
  const clock = fromClockRow(row);
  return {
    workspaceId,
    publicId,
    version: String(version),
    editions: JSON.parse(editions),
    clock,
    validUntil: baseTimeAt(clock, row.next_due_at),
  };
}
