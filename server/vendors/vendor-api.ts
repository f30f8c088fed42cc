import { readContract } from '../../contract/contract.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { AnswerMemory } from '../api/answer-memory.ts';
import type { Api } from '../api/api.ts';
import { loggedPath } from '../api/request-listener.ts';
import type { WorkspaceSnapshot } from '../store/api-keys.ts';
import type { StatusColumn } from './status-column.ts';

/** The tenant whose key a request has. */
export type VendorCaller = WorkspaceSnapshot;

/** What one vendor's API adds to the rest: its handlers, how its errors look, and how it shows each state. */
export interface VendorApi extends Pick<Api<VendorCaller>, 'handlers' | 'renderProblem'> {
  readonly statuses: StatusColumn;
}

/**
 * The whole API of a vendor: let in by the key of a workspace, open to pages of any origin, with `Prefer`, and with a
 * memory if one is given.
 */
export function apiOf(
  vendor: Vendor,
  { handlers, renderProblem }: VendorApi,
  memory?: AnswerMemory,
): Api<VendorCaller> {
  return {
    contract: readContract(vendor),
    handlers,
    renderProblem,
    prefer: true,
    cors: true,
    fastapi: vendorEntry(vendor).framework === 'fastapi',
    access: {
      kind: 'key',
      callerOf: (key, _scheme, { store }) => store.findWorkspaceByKey(vendor, key),
    },
    ...(memory === undefined
      ? {}
      : {
          remember: ({ originalUrl, headers }, snapshot, answer) => {
            const path = loggedPath(originalUrl, headers);
            memory.remember({ url: originalUrl, headers }, snapshot, { ...answer, path });
          },
        }),
  };
}
