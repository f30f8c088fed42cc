import { ExplainedError } from '../contract/explained-error.ts';
import { type Vendor, vendors } from '../spec/vendors.ts';
import type { ApiKeys } from '../verify/config/read-keys.ts';
import type { ApiConfig, VerifyConfig } from '../verify/config/verify-config.ts';
import type { ApiTarget, KnownUser, VerifyOptions } from '../verify/verify-options.ts';
import type { VerifyFlags } from './verify-flags.ts';

/** Where `serve` listens when nothing is said. */
const ownServer = 'http://127.0.0.1:4010';

/** The APIs that are asked for, by the flags, else by the configuration, else all that the sandbox fills in. */
export function chosenVendors(flags: VerifyFlags, config: VerifyConfig): readonly Vendor[] {
  const known = vendors.map(({ vendor }) => vendor);
  const ofConfig = known.filter((vendor) => config.apis?.[vendor] !== undefined);
  const chosen = flags.api ?? (ofConfig.length > 0 ? ofConfig : flags.sandbox === true ? known : []);
  if (chosen.length > 0) return chosen;
  throw new ExplainedError(`No API is named. Give --api with ${known.join(', ')} or all.`);
}

/** The base URL that is asked for; this project's own server where the sandbox fills everything in. */
export function chosenBaseUrl(flags: VerifyFlags, config: VerifyConfig): string {
  const url = flags.baseUrl ?? config.baseUrl ?? (flags.sandbox === true ? ownServer : undefined);
  if (url !== undefined) return url;
  throw new ExplainedError('No target is named. Give --base-url, such as --base-url http://127.0.0.1:4010.');
}

/** Throws where a user or workspace is given although the sandbox makes all of them. */
export function refuseDataWithSandbox(flags: VerifyFlags, config: VerifyConfig): void {
  const given = [
    ...dataFlags.filter(({ key }) => flags[key] !== undefined).map(({ flag }) => flag),
    ...(config.apis === undefined ? [] : ['apis in the file of --config']),
  ];
  if (given.length === 0) return;
  throw new ExplainedError(
    `--sandbox makes users and keys of its own. Leave out ${given.join(' and ')}, or --sandbox.`,
  );
}

const dataFlags = [
  { key: 'user', flag: '--user' },
  { key: 'emptyUser', flag: '--empty-user' },
  { key: 'unknownUser', flag: '--unknown-user' },
  { key: 'soleUser', flag: '--sole-user' },
  { key: 'secondUser', flag: '--second-user' },
  { key: 'workspace', flag: '--workspace' },
  { key: 'secondWorkspace', flag: '--second-workspace' },
  { key: 'keyFile', flag: '--key-file' },
] as const satisfies readonly { key: keyof VerifyFlags; flag: string }[];

/** One API as flags and configuration tell of it; flags win. */
export function targetOf(options: {
  readonly vendor: Vendor;
  readonly flags: VerifyFlags;
  readonly config: ApiConfig;
  readonly keys: ApiKeys;
}): ApiTarget {
  const { vendor, flags, config, keys } = options;
  const users = config.users ?? [];
  const user = (id: string): KnownUser => users.find((known) => known.id === id) ?? { id };
  return {
    vendor,
    ...keys,
    users: flags.user?.map(user) ?? users,
    ...given({
      emptyUser: flags.emptyUser ?? config.emptyUser,
      unknownUser: flags.unknownUser ?? config.unknownUser,
      soleUser: flags.soleUser ?? config.soleUser,
      workspace: flags.workspace ?? config.workspace,
      secondUser: flags.secondUser ?? config.secondTenant?.user,
      secondWorkspace: flags.secondWorkspace ?? config.secondTenant?.workspace,
    }),
  };
}

/** How to verify, as flags and configuration say; flags win. */
export function manner(flags: VerifyFlags, config: VerifyConfig): Omit<VerifyOptions, 'baseUrl' | 'apis'> {
  const timeout = flags.timeout ?? config.timeout;
  return given({
    checks: flags.checks ?? config.checks,
    excludeChecks: flags.excludeChecks ?? config.excludeChecks,
    headers: { ...config.headers, ...Object.fromEntries(flags.header ?? []) },
    timeoutMilliseconds: timeout === undefined ? undefined : timeout * 1000,
    rateLimit: flags.rateLimit ?? config.rateLimit,
    maxRequests: flags.maxRequests ?? config.maxRequests,
    retries: flags.retries ?? config.retries,
    seed: flags.seed ?? config.seed,
    // What this project has decided is part of its own server's contract.
    strict: flags.strict ?? flags.sandbox ?? config.strict,
    // Whoever opens the sandbox to it has a server for tests there.
    intrusive: flags.intrusive ?? flags.sandbox ?? config.intrusive,
    showValues: flags.showValues,
  });
}

type Given<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** What is there, without what is undefined. */
function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Given<Values>;
}
