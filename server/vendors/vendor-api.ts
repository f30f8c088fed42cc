import { readContract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import { editionEntry, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { AnswerCache } from '../api/answer-cache.ts';
import type { Api } from '../api/api.ts';
import { assignSubject, type RequestSubject } from '../api/journal-entry.ts';
import { loggedPath } from '../api/request-listener.ts';
import type { LinkSession } from '../model/link-session.ts';
import { defaultWorkspaces } from '../scenarios/default-workspaces.ts';
import type { WorkspaceSnapshot } from '../store/api-keys.ts';
import { credentialKind, isCached } from './credential-kind.ts';
import type { StatusColumn } from './status-column.ts';

/** The tenant to which the credential of a request belongs. */
export interface VendorCaller extends WorkspaceSnapshot {
  /** The link whose token the request carries in place of a key; null otherwise. */
  readonly link: LinkSession | null;
}

/** The link whose token a request carries. Throws if the contract does not require one. */
export function linkOf({ link }: VendorCaller): LinkSession {
  if (link === null) throw new Error('The operation takes no link token. Fix its security in the contract.');
  return link;
}

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
  const entry = vendorEntry(vendor, edition);
  return {
    contract: readContract(vendor, edition),
    handlers,
    renderProblem,
    prefer: true,
    cors: true,
    fastapi: entry.framework === 'fastapi',
    answersHead: edition === undefined || editionEntry(vendor, edition).answersHead,
    isCached: (operation) => isCached(entry, operation),
    access: {
      kind: 'key',
      async callerOf(secret, scheme, { store }) {
        const kind = credentialKind(entry, scheme);
        if (kind === 'link-token') {
          const link = await store.links.find(secret, 'widget');
          return link === null || link.vendor !== vendor ? null : { ...link, link };
        }
        const workspace = await store.findWorkspaceByKey(vendor, secret, kind);
        return workspace === null ? null : { ...workspace, link: null };
      },
      async callerWithoutKey({ security }, { store }) {
        // Such an operation finds its workspace itself, for example by the state of an OAuth link.
        if (security.length === 0) return anonymous;
        const workspace = await store.findSnapshot(defaultWorkspaces[0].id);
        return workspace === null ? null : { ...workspace, link: null };
      },
    },
    cacheAnswer: ({ originalUrl, headers }, snapshot, answer, operation) => {
      const path = loggedPath(originalUrl, headers);
      const subject = subjectOf(snapshot, vendor, operation);
      cache?.add({ url: originalUrl, headers }, snapshot, { ...answer, path, subject });
    },
    onAdmitted(response, caller, operation) {
      if (caller !== anonymous) assignSubject(response, subjectOf(caller, vendor, operation));
    },
    ...(makeEdition === undefined
      ? {}
      : { makeEdition, editionOf: (caller: VendorCaller) => caller.editions[vendor] ?? null }),
  };
}

function subjectOf({ workspaceId }: WorkspaceSnapshot, api: Vendor, { id }: Operation): RequestSubject {
  return { workspaceId, api, operation: id };
}

/** The caller of an operation that reads no credential. */
const anonymous: VendorCaller = {
  workspaceId: '',
  publicId: '',
  version: '',
  editions: {},
  now: '',
  validUntil: Number.POSITIVE_INFINITY,
  link: null,
};
