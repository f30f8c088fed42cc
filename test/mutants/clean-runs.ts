import { startServer } from '../../server/start-server.ts';
import { vendors } from '../../spec/vendors.ts';
import { makeSandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';

/** What whole runs against the unmutated server came to. */
export interface CleanRuns {
  readonly checks: number;
  readonly requests: number;
  /** Each check that did not pass, with the seed of its run. */
  readonly others: readonly string[];
}

/** Verifies a server on this database once for each seed from 1 on, in workspaces made for the run. */
export async function cleanRuns(data: string, seeds: number): Promise<CleanRuns> {
  const server = await startServer({ data });
  const others: string[] = [];
  let [checks, requests] = [0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const names = vendors.map(({ vendor }) => vendor);
    const tenants = await makeSandboxTenants({ baseUrl: server.url, vendors: names });
    const run = planRun({ baseUrl: server.url, apis: tenants.targets, strict: true, seed });
    for await (const { check, status } of run.outcomes()) {
      checks += 1;
      if (status !== 'passed') others.push(`${check.id} ${status}, seed ${seed}`);
    }
    requests += run.requests();
    await tenants.remove();
  }
  await server.close();
  return { checks, requests, others };
}
