import { ExplainedError } from '../../contract/explained-error.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { parseReportOption } from '../report/parse-report-option.ts';
import { keyVariable } from '../session/credential.ts';
import { editionType } from './edition-type.ts';
import { runSettings } from './run-settings.ts';
import type { FlagValues, SettingTable, ValueOf, Variable } from './setting.ts';
import { targetSettings } from './target-settings.ts';
import { alternatives, listOf, number, oneOf, text, toggle, wordsIn } from './value-types.ts';

/** All settings of `verify`. Flags, help, the configuration schema and the settings table are generated from it. */
export const settings = {
  api: {
    flag: '--api <names...>',
    type: listOf(apisIn),
    help: `APIs to verify: ${vendorNames.join(', ')}, or all`,
  },
  baseUrl: {
    flag: '--base-url <url>',
    type: text({ min: 0, format: 'uri' }),
    config: 'baseUrl',
    help: 'base URL of the server; it can contain a path prefix',
  },
  edition: {
    flag: '--edition <name...>',
    type: editionType,
    config: 'apis.*.edition',
    help: 'edition to verify against, as api=edition or only its name',
    defaultText: "the contract of the vendor's page",
  },
  ...targetSettings,
  keyFile: {
    flag: '--key-file <file>',
    type: text(),
    help: 'file of NAME=value lines with the keys; overrides the environment',
  },
  config: {
    flag: '--config <file>',
    type: text(),
    help: 'YAML file with settings, APIs and what to expect of their users; flags override it',
  },
  sandbox: {
    flag: '--sandbox',
    type: toggle,
    help: "verify this project's own server in workspaces made for the run; implies --strict, --intrusive and --operations all",
  },
  ...runSettings,
  timeout: {
    flag: '--timeout <seconds>',
    type: number(0.001, 600),
    config: 'timeout',
    help: 'maximum time for one response, in seconds',
    defaultText: '10',
  },
  failOn: {
    flag: '--fail-on <level>',
    type: oneOf('warning'),
    config: 'failOn',
    help: 'set to warning to also fail the run on warnings',
  },
  allowInconclusive: {
    flag: '--allow-inconclusive',
    type: toggle,
    config: 'allowInconclusive',
    help: 'do not fail a run that could not check anything',
  },
  report: {
    flag: '--report <format=file...>',
    type: listOf((value) => [parseReportOption(value)]),
    help: 'write a report to a file: json=FILE, junit=FILE or sarif=FILE',
  },
  verbose: {
    flag: '--verbose',
    type: toggle,
    help: "show all findings, and each check's id, request count and duration",
  },
  listChecks: {
    flag: '--list-checks',
    type: toggle,
    help: 'print the checks and exit; sends no requests',
  },
  explain: {
    flag: '--explain <id>',
    type: text(),
    help: 'print a description of a check and exit; sends no requests',
  },
} as const satisfies SettingTable;

/** What `verify` reads only from the environment. */
export const variables: readonly Variable[] = [
  ...(
    [
      ['', 'API keys'],
      ['SECOND_', 'keys of the second tenant'],
      ['REVOKED_', 'revoked keys'],
    ] as const
  ).map(([prefix, help]) => ({
    variable: vendorNames.map((vendor) => keyVariable(vendor, prefix)).join(', '),
    help,
  })),
  {
    variable: 'HTTP_PROXY, HTTPS_PROXY, NO_PROXY',
    help: 'proxies for http and https targets, and the hosts that need none; NODE_USE_ENV_PROXY=0 ignores them',
  },
  { variable: 'SANDBOX_TOKEN', help: 'bearer token of the sandbox API, for --sandbox' },
];

type Settings = typeof settings;

/** The flags that `verify` was called with. */
export type VerifyFlags = FlagValues<Settings>;

/** The settings that a configuration has directly under `Path`. */
type ConfigAt<Path extends string> = {
  readonly [Name in keyof Settings as Settings[Name] extends { readonly config: `${Path}${infer Key}` }
    ? Key extends `${string}.${string}`
      ? never
      : Key
    : never]?: ValueOf<Settings[Name]>;
};

/** What a configuration can state about one API. */
export interface ApiConfig extends ConfigAt<'apis.*.'> {
  readonly secondTenant?: ConfigAt<'apis.*.secondTenant.'>;
}

/** A parsed configuration. */
export interface VerifyConfig extends ConfigAt<''> {
  readonly apis?: Readonly<Partial<Record<Vendor, ApiConfig>>>;
}

function apisIn(text: string): readonly Vendor[] {
  return wordsIn(text).flatMap((word) => {
    const found = vendorNames.filter((vendor) => word === 'all' || word === vendor);
    if (found.length > 0) return found;
    throw new ExplainedError(`it must be ${alternatives([...vendorNames, 'all'])}.`);
  });
}
