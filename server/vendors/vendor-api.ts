import { readContract } from '../../contract/contract.ts';
import { editionEntry, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { AnswerCache } from '../api/answer-cache.ts';
import type { Api } from '../api/api.ts';
import { loggedPath } from '../api/request-listener.ts';
import type { WorkspaceSnapshot } from '../store/api-keys.ts';
import type { StatusColumn } from './status-column.ts';

/** The tenant to which the key of a request belongs. */
export type VendorCaller = WorkspaceSnapshot;

/** The parts of an API that differ between vendors: handlers, error shape, and how each state is shown. */
export interface VendorApi extends Pick<Api<VendorCaller>, 'handlers' | 'renderProblem'> {
  readonly statuses: StatusColumn;
}

/**
 * The API of a vendor, in an edition if one is given: a request needs the key of a workspace, web pages of any origin may
 * ask, `Prefer` is supported, and answers are cached if a cache is given. With `makeEdition`, a request is answered in the
 * edition of its workspace.
 */
export function apiOf(options: {
  readonly vendor: Vendor;
  readonly edition?: string | undefined;
  readonly parts: VendorApi;
  readonly cache?: AnswerCache;
  readonly makeEdition?: (name: string) => Api<VendorCaller>;
}): Api<VendorCaller> {
  const { vendor, edition, parts, cache, makeEdition } = options;
  const { handlers, renderProblem } = parts;
  return {
    contract: readContract(vendor, edition),
    handlers,
    renderProblem,
    prefer: true,
    cors: true,
    fastapi: vendorEntry(vendor).framework === 'fastapi',
    answersHead: edition === undefined || editionEntry(vendor, edition).answersHead,
    access: {
      kind: 'key',
      callerOf: (key, _scheme, { store }) => store.findWorkspaceByKey(vendor, key),
    },
    cacheAnswer: ({ originalUrl, headers }, snapshot, answer) => {
      const path = loggedPath(originalUrl, headers);
      cache?.add({ url: originalUrl, headers }, snapshot, { ...answer, path });
    },
    ...(makeEdition === undefined
      ? {}
      : { makeEdition, editionOf: (caller: VendorCaller) => caller.editions[vendor] ?? null }),
  };
}
