import { randomUUID } from 'node:crypto';
import { unknownUser } from '../../spec/scenarios.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { createSandboxClient, type NewWorkspace } from './sandbox-client.ts';
import { sandboxUsers, scenarioId } from './sandbox-users.ts';

export interface SandboxTenantsOptions {
  /** This project's own server. */
  readonly baseUrl: string;
  readonly vendors: readonly Vendor[];
  /** What the server wants of whoever uses its sandbox API. */
  readonly token?: string | undefined;
  /** How long one answer of the sandbox API may take; 10,000 by default. */
  readonly timeoutMilliseconds?: number | undefined;
}

/** Workspaces of a run's own, and all that the checks need of them. */
export interface SandboxTenants {
  readonly targets: readonly ApiTarget[];
  /** Deletes the workspaces. Rejects where one of them stays. */
  remove(): Promise<void>;
}

/**
 * Makes workspaces for one run at this project's own server: a tenant, a second one, and one that is deleted at once,
 * whose keys are the revoked ones. If that fails none stays, and it rejects with an `ExplainedError`.
 */
export async function makeSandboxTenants(options: SandboxTenantsOptions): Promise<SandboxTenants> {
  const { baseUrl, vendors, token, timeoutMilliseconds = 10_000 } = options;
  const client = createSandboxClient({ baseUrl, token, timeoutMilliseconds });
  const made: NewWorkspace[] = [];
  const make = async (what: string) => {
    const workspace = await client.makeWorkspace(`verify ${randomUUID().slice(0, 8)}, ${what}`);
    made.push(workspace);
    return workspace;
  };
  const remove = async () => {
    const ends = await Promise.allSettled(made.map(({ id }) => client.removeWorkspace(id)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };

  try {
    const tenant = await make('the tenant');
    const second = await make('the second tenant');
    const revoked = await make('to be revoked');
    await client.removeWorkspace(revoked.id);
    const targets = vendors.map(
      (vendor): ApiTarget => ({
        vendor,
        key: tenant.keys[vendor],
        users: sandboxUsers(vendor),
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
    // What failed is told; that removing fails too follows from it.
    await remove().catch(() => undefined);
    throw error;
  }
}

/** The vendor after this one in the list, whose key is another API's. */
function nextVendor(vendor: Vendor): Vendor {
  return vendorNames[(vendorNames.indexOf(vendor) + 1) % vendorNames.length] ?? vendor;
}
