import { readKeys } from '../../verify/config/read-keys.ts';
import {
  assertNoKeyHeader,
  type ResolvedHeaders,
  resolveHeaders,
} from '../../verify/config/resolve-headers.ts';
import { type SecretSource, secretSource } from '../../verify/config/secret-source.ts';
import { unlessBlank } from '../../verify/config/unless-blank.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import { createSandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { planRun } from '../../verify/verify.ts';
import { proxyFor } from '../../verify/wire/proxy-for.ts';
import { stopSignal } from '../kit/stop-signal.ts';
import { reportRun } from './report-run.ts';
import type { RunInput } from './run-input.ts';
import {
  assertEditionsChosen,
  assertNoDataWithSandbox,
  chosenBaseUrl,
  chosenVendors,
  runOptions,
  targetOf,
} from './run-options.ts';

/** Verifies a target, reports on it, and resolves to the exit code. */
export async function runVerification(input: RunInput): Promise<number> {
  const { flags, config } = input;
  const stopping = new AbortController();
  void stopSignal().then(() => stopping.abort());
  const vendors = chosenVendors(flags, config);
  assertEditionsChosen(flags, vendors);
  const baseUrl = chosenBaseUrl(flags, config);
  const proxyEnvironment = process.env.NODE_USE_ENV_PROXY === '0' ? {} : process.env;
  if (flags.sandbox === true) assertNoDataWithSandbox(flags, config);
  const source = secretSource({ environment: process.env, keyFile: flags.keyFile });
  const targets = vendors.map((vendor) => targetOf({ vendor, flags, config, keys: { key: '' } }));
  const settings = runOptions(flags, config);
  const options = {
    ...settings,
    ...headersOf(settings, targets, source),
    baseUrl,
    proxyEnvironment,
    signal: stopping.signal,
  };
  if (flags.sandbox !== true) {
    const keys = readKeys(vendors, source);
    const apis = targets.map((target) => ({ ...target, ...keys.get(target.vendor) }));
    return reportRun({ ...options, apis }, input);
  }
  // Planning reports a wrong choice of checks before any workspace is created.
  planRun({ ...options, apis: targets });
  const tenants = await createSandboxTenants({
    baseUrl,
    proxy: proxyFor(new URL(baseUrl), proxyEnvironment),
    vendors,
    editions: typeof flags.edition === 'object' ? flags.edition : {},
    token: unlessBlank(process.env.SANDBOX_TOKEN),
    timeoutMilliseconds: options.timeoutMilliseconds,
  });
  let code: number;
  try {
    code = await reportRun({ ...options, apis: tenants.targets }, input);
  } catch (error) {
    // The first error is reported, not one of the deletion.
    await tenants.remove().catch(() => undefined);
    throw error;
  }
  await tenants.remove();
  return code;
}

/** The headers of the settings, with the values of their variables. */
function headersOf(
  { headers = {} }: Pick<VerifyOptions, 'headers'>,
  targets: readonly ApiTarget[],
  source: SecretSource,
): ResolvedHeaders {
  for (const target of targets) assertNoKeyHeader(headers, target);
  return resolveHeaders(headers, source);
}
