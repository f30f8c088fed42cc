import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { MutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { keyHeader, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { planRun } from '../../verify/verify.ts';
import type { ApiTarget } from '../../verify/verify-options.ts';
import { listPath } from '../support/vendor-calls.ts';

/** What the verifier makes of one mutant at one API. */
export interface Catch {
  readonly mutant: Mutant;
  readonly vendor: Vendor;
  /** The checks that failed, and those that warned, by their names without the vendor. */
  readonly failed: readonly string[];
  readonly warned: readonly string[];
  /** A check that names this fault and has failed, or warned where the contract tolerates the fault. */
  readonly by: string | null;
  readonly requests: number;
}

export interface CatchOptions {
  readonly proxy: MutatingProxy;
  readonly mutant: Mutant;
  readonly targets: readonly ApiTarget[];
  /** Runs only the checks that name the fault, and not all. */
  readonly concerned: boolean;
  /** The APIs to verify; by default all that the mutant concerns. */
  readonly vendors?: readonly Vendor[];
}

/** Long enough for a server on this machine, also while others use it. */
const timeoutMilliseconds = 1_000;

/** Verifies each API that the mutant concerns through the proxy, which breaks that one rule. */
export async function catchMutant(given: CatchOptions): Promise<Catch[]> {
  const { proxy, mutant, targets, concerned } = given;
  const options = { baseUrl: proxy.url, apis: targets, strict: true, retries: 0, timeoutMilliseconds };
  const planned = planRun(options).checks.map(({ id }) => id);
  const catches: Catch[] = [];
  for (const vendor of given.vendors ?? mutant.vendors) {
    proxy.setMutant(mutant);
    for (const other of targets.filter((target) => target.vendor !== vendor)) await askOnce(proxy.url, other);
    const naming = mutant.caughtBy.map((name) => `${vendor}.${name}`).filter((id) => planned.includes(id));
    const [failed, warned]: [string[], string[]] = [[], []];
    const run = planRun({ ...options, checks: concerned ? naming : [`${vendor}.*`] });
    for await (const { check, status } of run.outcomes()) {
      if (status === 'failed') failed.push(check.id);
      if (status === 'warning') warned.push(check.id);
    }
    const telling = mutant.warnsOnly === true ? [...failed, ...warned] : failed;
    const by = telling.find((id) => naming.includes(id)) ?? null;
    catches.push({ mutant, vendor, failed, warned, by, requests: run.requests() });
  }
  return catches;
}

/** A mutant that takes the keys of other APIs learns them from those who use them. */
async function askOnce(url: string, { vendor, key, users }: ApiTarget): Promise<void> {
  const [name, value] = keyHeader(vendorEntry(vendor), key);
  const path = listPath(vendor, users[0]?.id ?? '');
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  await fetch(url + path, { headers: { [name]: value }, redirect: 'manual', signal })
    .then((answer) => answer.text())
    .catch(() => 'a mutant may break any answer');
}
