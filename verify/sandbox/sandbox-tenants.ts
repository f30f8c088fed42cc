import { randomUUID } from 'node:crypto';
import { unknownUser } from '../../spec/scenarios.ts';
import { type EditionChoice, type Vendor, vendorNames } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { createSandboxClient, type NewWorkspace } from './sandbox-client.ts';
import { sandboxUsers, scenarioId } from './sandbox-users.ts';

export interface SandboxTenantsOptions {
  /** This project's own server. */
  readonly baseUrl: string;
  readonly vendors: readonly Vendor[];
  /** The editions of the workspaces' APIs; none by default. */
  readonly editions?: EditionChoice;
  /** The proxy that requests are sent through, if any. */
  readonly proxy?: URL | null;
  /** The bearer token of the sandbox API, if the server requires one. */
  readonly token?: string | undefined;
  /** Maximum time for one response of the sandbox API; 10,000 by default. */
  readonly timeoutMilliseconds?: number | undefined;
}

/** The workspaces of one run, and the data of them that the checks need. */
export interface SandboxTenants {
  readonly targets: readonly ApiTarget[];
  /** Deletes the workspaces. Rejects if one of them could not be deleted. */
  remove(): Promise<void>;
}

/**
 * Creates workspaces for one run at this project's own server: the tenant, the second tenant, and one that is deleted
 * at once, so that its keys are revoked. On failure it deletes them and rejects with an `ExplainedError`.
 */
export async function createSandboxTenants(options: SandboxTenantsOptions): Promise<SandboxTenants> {
  const { baseUrl, proxy = null, vendors, editions = {}, token, timeoutMilliseconds = 10_000 } = options;
  const client = createSandboxClient({ baseUrl, proxy, token, timeoutMilliseconds });
  const created: NewWorkspace[] = [];
  const create = async (purpose: string) => {
    const workspace = await client.createWorkspace(
      `verify ${randomUUID().slice(0, 8)}, ${purpose}`,
      editions,
    );
    created.push(workspace);
    return workspace;
  };
  const remove = async () => {
    const ends = await Promise.allSettled(created.map(({ id }) => client.deleteWorkspace(id)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };

  try {
    const tenant = await create('the tenant');
    const second = await create('the second tenant');
    const revoked = await create('to be revoked');
    await client.deleteWorkspace(revoked.id);
    const targets = vendors.map(
      (vendor): ApiTarget => ({
        vendor,
        ...editionIn(editions, vendor),
        key: tenant.keys[vendor],
        users: sandboxUsers(vendor, editions[vendor]),
        emptyUser: scenarioId('no-connections'),
        unknownUser: unknownUser.userId,
        revokedKey: revoked.keys[vendor],
        otherApiKey: tenant.keys[nextVendor(vendor)],
        workspace: tenant.id,
        exclusiveUser: tenant.own_user_id,
        secondKey: second.keys[vendor],
        secondUser: second.own_user_id,
        secondWorkspace: second.id,
      }),
    );
    return { targets, remove };
  } catch (error) {
    // The first error is reported; an error of the deletion is likely to have the same cause.
    await remove().catch(() => undefined);
    throw error;
  }
}

function editionIn(editions: EditionChoice, vendor: Vendor): Pick<ApiTarget, 'edition'> {
  const edition = editions[vendor];
  return edition === undefined ? {} : { edition };
}

/** The vendor after this one in the list. Its key belongs to another API. */
function nextVendor(vendor: Vendor): Vendor {
  return vendorNames[(vendorNames.indexOf(vendor) + 1) % vendorNames.length] ?? vendor;
}
