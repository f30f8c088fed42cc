import { createHash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Vendor } from '../../spec/vendors.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

const lookupLength = 16;

/** What is kept of a key: its hash, and the part of the hash by which it is found. */
export function keyRow(key: string): { lookup: string; hash: string } {
  const hash = createHash('sha256').update(key).digest('hex');
  return { lookup: hash.slice(0, lookupLength), hash };
}

/**
 * Makes the function that tells whose key this is: the workspace's id, or null where the key is unknown or revoked.
 * Hashes are compared in constant time, and all that share the lookup part are compared.
 */
export function createKeyFinder({ db, run }: { readonly db: Kysely<Tables>; readonly run: RunQuery }) {
  const candidates = prepareQuery<{ vendor: Vendor; lookup: string }, { workspace_id: string; hash: string }>(
    run,
    (parameter) =>
      db
        .selectFrom('api_keys')
        .select(['workspace_id', 'hash'])
        .where('vendor', '=', parameter('vendor'))
        .where('lookup', '=', parameter('lookup'))
        .where('revoked_at', 'is', null),
  );

  return async function findWorkspace(vendor: Vendor, key: string): Promise<string | null> {
    const presented = keyRow(key);
    let found: string | null = null;
    for (const { workspace_id, hash } of await candidates({ vendor, lookup: presented.lookup })) {
      if (timingSafeEqual(Buffer.from(hash), Buffer.from(presented.hash))) found = workspace_id;
    }
    return found;
  };
}
