import { readContract } from '../../contract/contract.ts';
import { editionsOf, type Vendor } from '../../spec/vendors.ts';
import { type AnswerCache, createAnswerCache } from '../api/answer-cache.ts';
import type { Api } from '../api/api.ts';
import type { Store } from '../store/open-store.ts';
import { apiOf, type VendorCaller } from './vendor-api.ts';
import { vendorApiOf } from './vendor-api-of.ts';

/** Makes the API of a vendor with its editions, and the caches of their answers. */
export function createVendorApi(options: { readonly vendor: Vendor; readonly store: Store }): {
  readonly api: Api<VendorCaller>;
  readonly caches: readonly AnswerCache[];
} {
  const { vendor, store } = options;
  const recallKey = (key: string) => store.recallKey(vendor, key);
  const cacheOf = (edition?: string) =>
    createAnswerCache({ contract: readContract(vendor, edition), recallKey });
  const made = editionsOf(vendor).map((edition) => {
    const cache = cacheOf(edition);
    const api = apiOf({ vendor, edition, parts: vendorApiOf(vendor, edition), cache });
    return { edition, cache, api };
  });
  const editions = new Map(made.map(({ edition, api }) => [edition, api]));
  // An edition has a cache of its own, because it can accept other headers of the key.
  const cache = cacheOf();
  const api = apiOf({ vendor, parts: vendorApiOf(vendor), cache, editions });
  return { api, caches: [cache, ...made.map((edition) => edition.cache)] };
}
