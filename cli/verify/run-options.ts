import { ExplainedError } from '../../contract/explained-error.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { chosenSettings } from '../../verify/config/chosen-settings.ts';
import type { ApiKeys } from '../../verify/config/read-keys.ts';
import { runSettings } from '../../verify/config/run-settings.ts';
import { longFlag, type SettingTable } from '../../verify/config/setting.ts';
import { settings, type VerifyConfig, type VerifyFlags } from '../../verify/config/settings.ts';
import { targetSettings } from '../../verify/config/target-settings.ts';
import type { VerifyOptions } from '../../verify/run/verify-options.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';

/** Where `serve` listens by default. */
const ownServer = 'http://127.0.0.1:4010';

/** The APIs that the flags name, otherwise those of the configuration, otherwise all if the sandbox fills them in. */
export function chosenVendors(flags: VerifyFlags, config: VerifyConfig): readonly Vendor[] {
  const ofConfig = vendorNames.filter((vendor) => config.apis?.[vendor] !== undefined);
  const chosen = flags.api ?? (ofConfig.length > 0 ? ofConfig : flags.sandbox === true ? vendorNames : []);
  if (chosen.length > 0) return chosen;
  throw new ExplainedError(`No API is named. Give --api with ${vendorNames.join(', ')} or all.`);
}

/** The base URL of the target; this project's own server if the sandbox fills everything in. */
export function chosenBaseUrl(flags: VerifyFlags, config: VerifyConfig): string {
  const { baseUrl = flags.sandbox === true ? ownServer : undefined } = chosenSettings(settings, {
    flags,
    config,
  });
  if (baseUrl !== undefined) return baseUrl;
  throw new ExplainedError('No target is named. Give --base-url, such as --base-url http://127.0.0.1:4010.');
}

/** Throws if users, workspaces or keys are given although the sandbox makes all of them. */
export function refuseDataWithSandbox(flags: VerifyFlags, config: VerifyConfig): void {
  const data: SettingTable = { ...targetSettings, keyFile: settings.keyFile };
  const given = [
    ...Object.entries(flags).flatMap(([name]) => (data[name] === undefined ? [] : [longFlag(data[name])])),
    ...(config.apis === undefined ? [] : ['apis in the file of --config']),
  ];
  if (given.length === 0) return;
  throw new ExplainedError(
    `--sandbox makes users and keys of its own. Leave out ${given.join(' and ')}, or --sandbox.`,
  );
}

/** One API with what flags and configuration say of its data. */
export function targetOf(options: {
  readonly vendor: Vendor;
  readonly flags: VerifyFlags;
  readonly config: VerifyConfig;
  readonly keys: ApiKeys;
}): ApiTarget {
  const { vendor, keys } = options;
  return { vendor, ...keys, users: [], ...chosenSettings(targetSettings, options) };
}

/** How to verify, as flags and configuration say. */
export function runOptions(
  flags: VerifyFlags,
  config: VerifyConfig,
): Omit<VerifyOptions, 'baseUrl' | 'apis'> {
  // What this project has decided is part of its own server's contract, and whoever opens the sandbox has a test server.
  const implied = flags.sandbox === true ? { strict: true, intrusive: true } : {};
  const given = { flags: { ...implied, ...flags }, config };
  const { timeout } = chosenSettings(settings, given);
  return {
    ...chosenSettings(runSettings, given),
    ...(timeout === undefined ? {} : { timeoutMilliseconds: timeout * 1000 }),
  };
}
