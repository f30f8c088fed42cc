import { readContract } from '../../contract/contract.ts';
import type { Vendor } from '../../spec/vendors.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import type { Api } from '../api/api.ts';
import type { StatusColumn } from './status-column.ts';

/** The tenant whose key a request has. */
export interface VendorCaller {
  readonly workspaceId: string;
}

/** What one vendor's API adds to the rest: its handlers, how its errors look, and how it shows each state. */
export interface VendorApi extends Pick<Api<VendorCaller>, 'handlers' | 'renderProblem'> {
  readonly statuses: StatusColumn;
}

/** The whole API of a vendor: let in by the key of a workspace, open to pages of any origin, with `Prefer`. */
export function apiOf(vendor: Vendor, { handlers, renderProblem }: VendorApi): Api<VendorCaller> {
  return {
    contract: readContract(vendor),
    handlers,
    renderProblem,
    prefer: true,
    cors: true,
    fastapi: vendorEntry(vendor).framework === 'fastapi',
    access: {
      kind: 'key',
      callerOf: async (key, _scheme, { store }) => {
        const workspaceId = await store.findWorkspaceByKey(vendor, key);
        return workspaceId === null ? null : { workspaceId };
      },
    },
  };
}
