import { readContract } from '../../contract/contract.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { type AnswerCache, createAnswerCache } from '../api/answer-cache.ts';
import type { Api } from '../api/api.ts';
import type { Store } from '../store/open-store.ts';
import { apiOf, type VendorCaller } from './vendor-api.ts';
import { vendorApiOf } from './vendor-api-of.ts';

/** Makes the API of a vendor with its editions, and the caches of their answers. An edition is made when it is used. */
export function createVendorApi(options: { readonly vendor: Vendor; readonly store: Store }): {
  readonly api: Api<VendorCaller>;
  /** Grows with each edition that is used. An edition has its own, because it can accept other headers of the key. */
  readonly caches: readonly AnswerCache[];
} {
  const { vendor, store } = options;
  const recallKey = (key: string) => store.recallKey(vendor, key);
  const caches: AnswerCache[] = [];
  const partsOf = (edition?: string) => {
    const cache = createAnswerCache({ contract: readContract(vendor, edition), recallKey });
    caches.push(cache);
    return { vendor, edition, parts: vendorApiOf(vendor, edition), cache };
  };
  const makeEdition = (edition: string) => apiOf(partsOf(edition));
  return { api: apiOf({ ...partsOf(), makeEdition }), caches };
}
