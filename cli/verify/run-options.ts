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

/** The default address of `serve`. */
const ownServer = 'http://127.0.0.1:4010';

/** The APIs of the flags, otherwise those of the configuration, otherwise all with `--sandbox`. */
export function chosenVendors(flags: VerifyFlags, config: VerifyConfig): readonly Vendor[] {
  const ofConfig = vendorNames.filter((vendor) => config.apis?.[vendor] !== undefined);
  const chosen = flags.api ?? (ofConfig.length > 0 ? ofConfig : flags.sandbox === true ? vendorNames : []);
  if (chosen.length > 0) return chosen;
  throw new ExplainedError(`No API is chosen. Use --api with ${vendorNames.join(', ')} or all.`);
}

/** The base URL of the target; with `--sandbox`, by default the address of this project's own server. */
export function chosenBaseUrl(flags: VerifyFlags, config: VerifyConfig): string {
  const { baseUrl = flags.sandbox === true ? ownServer : undefined } = chosenSettings(settings, {
    flags,
    config,
  });
  if (baseUrl !== undefined) return baseUrl;
  throw new ExplainedError('No target is set. Use --base-url, such as --base-url http://127.0.0.1:4010.');
}

/** Throws if users, workspaces or keys are set, because `--sandbox` creates all of them. */
export function assertNoDataWithSandbox(flags: VerifyFlags, config: VerifyConfig): void {
  const data: SettingTable = { ...targetSettings, keyFile: settings.keyFile };
  const names = [
    ...Object.entries(flags).flatMap(([name]) => (data[name] === undefined ? [] : [longFlag(data[name])])),
    ...(config.apis === undefined ? [] : ['apis in the file of --config']),
  ];
  if (names.length === 0) return;
  throw new ExplainedError(
    `--sandbox creates its own users and keys. Leave out ${names.join(' and ')}, or --sandbox.`,
  );
}

/** One API with the facts about its data from flags and configuration. */
export function targetOf(options: {
  readonly vendor: Vendor;
  readonly flags: VerifyFlags;
  readonly config: VerifyConfig;
  readonly keys: ApiKeys;
}): ApiTarget {
  const { vendor, keys } = options;
  return { vendor, ...editionOf(options), ...keys, users: [], ...chosenSettings(targetSettings, options) };
}

/** The edition of an API, of the flag or otherwise of the configuration; empty if neither has one. */
export function editionOf({
  vendor,
  flags,
  config,
}: {
  readonly vendor: Vendor;
  readonly flags: VerifyFlags;
  readonly config: VerifyConfig;
}): Pick<ApiTarget, 'edition'> {
  const own = config.apis?.[vendor]?.edition;
  const chosen = typeof flags.edition === 'object' ? flags.edition[vendor] : undefined;
  const edition = chosen ?? (typeof own === 'string' ? own : undefined);
  return edition === undefined ? {} : { edition };
}

/** Throws if an edition is chosen of an API that is not verified. */
export function assertEditionsChosen(flags: VerifyFlags, vendors: readonly Vendor[]): void {
  const named =
    typeof flags.edition === 'object' ? vendorNames.filter((name) => name in Object(flags.edition)) : [];
  const stray = named.find((name) => !vendors.includes(name));
  if (stray === undefined) return;
  throw new ExplainedError(
    `--edition names an edition of ${stray}, which is not verified. Add it to --api, or leave the edition out.`,
  );
}

/** The run options from flags and configuration. */
export function runOptions(
  flags: VerifyFlags,
  config: VerifyConfig,
): Omit<VerifyOptions, 'baseUrl' | 'apis'> {
  const sources = { flags: withImplied(flags, config), config };
  const { timeout } = chosenSettings(settings, sources);
  return {
    ...chosenSettings(runSettings, sources),
    ...(timeout === undefined ? {} : { timeoutMilliseconds: timeout * 1000 }),
  };
}

/** The flags with those that `--sandbox` implies. Only the operations can be chosen in another way. */
export function withImplied(flags: VerifyFlags, { operations = 'all' }: VerifyConfig): VerifyFlags {
  // This project's decisions are part of its own server's contract, and a server with a sandbox API is a test server.
  return flags.sandbox === true ? { strict: true, intrusive: true, operations, ...flags } : flags;
}
