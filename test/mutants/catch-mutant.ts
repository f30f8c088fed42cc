import { contractName } from '../../contract/contract.ts';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { MutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { keyHeader, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { CheckDescription } from '../../verify/results/outcome.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { planRun } from '../../verify/verify.ts';
import { listPath } from '../support/vendor-calls.ts';

/** What the verifier reports for one mutant of one API. */
export interface Catch {
  readonly mutant: Mutant;
  readonly vendor: Vendor;
  /** The ids of the checks that failed, and of those that warned. */
  readonly failed: readonly string[];
  readonly warned: readonly string[];
  /**
   * The check of `caughtBy` that failed, or warned if the contract tolerates the fault; or the failed check to which one
   * of them refers, because it reports the response. Null if there is none.
   */
  readonly by: string | null;
  readonly requests: number;
}

export interface CatchOptions {
  readonly proxy: MutatingProxy;
  /** The API to verify. */
  readonly vendor: Vendor;
  /** All APIs of the server. */
  readonly targets: readonly ApiTarget[];
  readonly mutant: Mutant;
  /** Runs only the checks of `caughtBy`, until one of them catches the mutant. */
  readonly onlyNamedChecks: boolean;
}

/** Long enough for a server on a busy machine. */
const timeoutMilliseconds = 2_000;

/** Verifies one API through the proxy, which breaks the rule of the mutant. */
export async function catchMutant({
  proxy,
  vendor,
  targets,
  mutant,
  onlyNamedChecks,
}: CatchOptions): Promise<Catch> {
  const apis = targets.filter((target) => target.vendor === vendor);
  const warnsOnly = mutant.warnsOnly === true;
  // A strict run fails on tolerated faults instead of warning.
  const options = { baseUrl: proxy.url, apis, strict: !warnsOnly, retries: 0, timeoutMilliseconds };
  proxy.setMutant(mutant);
  if (mutant.caughtBy[0]?.startsWith('authentication.')) {
    // A mutant that accepts the keys of other APIs remembers them from requests to those APIs.
    for (const other of targets.filter((target) => target.vendor !== vendor)) await askOnce(proxy.url, other);
  }
  const naming = namingChecks(mutant, vendor, options);
  const [failed, warned]: [string[], string[]] = [[], []];
  let by: string | null = null;
  const run = planRun(onlyNamedChecks ? { ...options, checks: naming } : options);
  const reporters: string[] = [];
  for await (const outcome of run.outcomes()) {
    const { check, status } = outcome;
    if ('reportedBy' in outcome && naming.includes(check.id)) reporters.push(outcome.reportedBy);
    if (status === 'failed') failed.push(check.id);
    if (status === 'warning') warned.push(check.id);
    if (status === (warnsOnly ? 'warning' : 'failed') && naming.includes(check.id)) by ??= check.id;
    if (onlyNamedChecks && by !== null) break;
  }
  by ??= failed.find((id) => reporters.includes(id)) ?? null;
  return { mutant, vendor, failed, warned, by, requests: run.requests() };
}

/** By the name of the contract. */
const planned = new Map<string, readonly CheckDescription[]>();

/** The ids of the checks of this API in `caughtBy`. */
function namingChecks(
  mutant: Mutant,
  vendor: Vendor,
  options: Parameters<typeof planRun>[0],
): readonly string[] {
  const name = contractName(vendor, options.apis.find((api) => api.vendor === vendor)?.edition);
  const checks = planned.get(name) ?? planRun(options).checks;
  planned.set(name, checks);
  return checks.filter((check) => mutant.caughtBy.includes(nameOf(check))).map(({ id }) => id);
}

/** The part of a check's id that begins with its group, and is the same for each API. */
function nameOf({ id, group }: CheckDescription): string {
  return id.slice(id.indexOf(`.${group}.`) + 1);
}

async function askOnce(url: string, { vendor, key, users }: ApiTarget): Promise<void> {
  const [name, value] = keyHeader(vendorEntry(vendor), key);
  const path = listPath(vendor, users[0]?.id ?? '');
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  await fetch(url + path, { headers: { [name]: value }, redirect: 'manual', signal })
    .then((answer) => answer.text())
    .catch(() => 'a mutant may break any answer');
}
