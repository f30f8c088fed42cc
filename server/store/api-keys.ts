import { hash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { KeyKind } from '../model/workspace.ts';
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
}

/**
 * Makes the functions that find the workspace of a key. Hashes are compared in constant time, with every row that has
 * the same lookup part. A key is cached by its hash, with the version of its workspace at that time. Every change of
 * keys raises that version.
 */
export function createKeyFinder(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
  readonly confirmVersion: ConfirmVersion;
}) {
  const { db, run, confirmVersion } = options;
  const known = new LRUCache<string, WorkspaceSnapshot>({ max: rememberedKeys });
  const candidates = prepareQuery<
    { vendor: Vendor; kind: KeyKind; lookup: string },
    { hash: string; workspace_id: string } & Pick<Tables['workspaces'], 'public_id' | 'editions' | 'version'>
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
      ])
      .where('vendor', '=', parameter('vendor'))
      .where('kind', '=', parameter('kind'))
      .where('lookup', '=', parameter('lookup'))
      .where('revoked_at', 'is', null)
      .where('workspaces.retired_at', 'is', null),
  );

  /** The workspace of a key when the key was last found; null if the key is not cached. */
  function recallKey(vendor: Vendor, key: string, kind: KeyKind = 'key'): WorkspaceSnapshot | null {
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
      if (version === remembered.version) return remembered;
    }
    let found: WorkspaceSnapshot | null = null;
    for (const row of await run(candidates({ vendor, kind, lookup: presented.lookup }))) {
      const isSame = timingSafeEqual(Buffer.from(row.hash), Buffer.from(presented.hash));
      const { workspace_id: workspaceId, public_id: publicId, version } = row;
      const editions: EditionChoice = JSON.parse(row.editions);
      if (isSame) found = { workspaceId, publicId, version: String(version), editions };
    }
    // An old entry is replaced, not deleted: deleting the only entry clears the whole cache, which is slow.
    if (found === null) known.delete(name);
    else known.set(name, found);
    return found;
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
    const { id: workspaceId, version, editions } = row;
    return { workspaceId, publicId, version: String(version), editions: JSON.parse(editions) };
  }

  return { recallKey, findWorkspaceByKey, findSnapshot };
}
