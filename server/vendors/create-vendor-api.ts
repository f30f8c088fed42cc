import { readContract } from '../../contract/contract.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { type AnswerCache, createAnswerCache } from '../api/answer-cache.ts';
import type { Api } from '../api/api.ts';
import type { Instant } from '../model/instant.ts';
import type { Store } from '../store/open-store.ts';
import { credentialKind, isCached } from './credential-kind.ts';
import { apiOf, type VendorCaller } from './vendor-api.ts';
import { vendorApiOf } from './vendor-api-of.ts';

/** Makes the API of a vendor with its editions, and the caches of their answers. An edition is made when it is used. */
export function createVendorApi(options: {
  readonly vendor: Vendor;
  readonly store: Store;
  /** The base clock. */
  readonly now: () => Instant;
}): {
  readonly api: Api<VendorCaller>;
  /** Grows with each edition that is used. An edition has its own, because it can accept other headers of the key. */
  readonly caches: readonly AnswerCache[];
} {
  const { vendor, store, now } = options;
  const caches: AnswerCache[] = [];
  const partsOf = (edition?: string) => {
    const entry = vendorEntry(vendor, edition);
    const cache = createAnswerCache({
      contract: readContract(vendor, edition),
      now,
      isCached: (operation) => isCached(entry, operation),
      recallKey: (key, scheme) => {
        const kind = credentialKind(entry, scheme);
        return kind === 'link-token' ? null : store.recallKey(vendor, key, kind);
      },
    });
    caches.push(cache);
    return { vendor, edition, parts: vendorApiOf(vendor, edition), cache };
  };
  const makeEdition = (edition: string) => apiOf(partsOf(edition));
  return { api: apiOf({ ...partsOf(), makeEdition }), caches };
}
