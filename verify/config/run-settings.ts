import { ExplainedError } from '../../contract/explained-error.ts';
import { remoteLimits } from '../run/remote-limits.ts';
import type { VerifyOptions } from '../run/verify-options.ts';
import { operationChoice } from './operation-choice.ts';
import type { ConfigSetting, FlagSetting } from './setting.ts';
import { textFormats } from './text-formats.ts';
import { integer, number, toggle, type ValueType, words } from './value-types.ts';

/** Headers by name. Each flag adds one to those of the configuration. */
const headers: ValueType<Readonly<Record<string, string>>> = {
  read(line, before = {}) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new ExplainedError("it must be 'Name: value'.");
    const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    const fault = textFormats['header-name'](name) ?? textFormats['header-value'](value);
    if (fault !== null) throw new ExplainedError(fault);
    return { ...before, [name]: value };
  },
  merge: (flag, config) => ({ ...config, ...flag }),
  schema: {
    description: `Headers to send with each request, by name. In a value, \${NAME} is replaced by that variable of the environment or of the file of --key-file.`,
    type: 'object',
    propertyNames: { format: 'header-name' },
    additionalProperties: { type: 'string', format: 'header-value' },
  },
};

/** How to verify. Each setting has the name that it has in `VerifyOptions`. */
export const runSettings = {
  operations: {
    flag: '--operations <ids...>',
    type: operationChoice,
    config: 'operations',
    help: 'ids of the operations to verify, or all that only read',
    defaultText: "the operation of each vendor's reference page, all with --sandbox",
  },
  intrusive: {
    flag: '--intrusive',
    type: toggle,
    config: 'intrusive',
    help: 'remove the default limits of remote targets (not on loopback)',
  },
  checks: {
    flag: '--checks <ids...>',
    type: words,
    config: 'checks',
    help: 'run only these checks: ids or groups; * matches any characters',
  },
  excludeChecks: {
    flag: '--exclude-checks <ids...>',
    type: words,
    config: 'excludeChecks',
    help: 'do not run these checks: ids or groups',
  },
  headers: {
    flag: '--header <line...>',
    type: headers,
    config: 'headers',
    help: `header to send with each request, as 'Name: value'; \${NAME} is replaced from the environment or --key-file`,
  },
  rateLimit: {
    flag: '--rate-limit <number>',
    type: number(0.01, 100_000),
    config: 'rateLimit',
    help: 'maximum number of requests per second',
    defaultText: `${remoteLimits.requestsPerSecond} for remote targets`,
  },
  maxRequests: {
    flag: '--max-requests <number>',
    type: integer(1, 1_000_000_000),
    config: 'maxRequests',
    help: 'maximum number of requests',
    defaultText: `${remoteLimits.requestsPerOperation} per operation for remote targets`,
  },
  retries: {
    flag: '--retries <number>',
    type: integer(0, 10),
    config: 'retries',
    help: 'how often to retry a request after a 429 or 503',
    defaultText: '2',
  },
  seed: {
    flag: '--seed <number>',
    type: integer(0, 2_147_483_647),
    config: 'seed',
    help: 'seed of the generated input: the same seed generates the same input',
    defaultText: '1',
  },
  strict: {
    flag: '--strict',
    type: toggle,
    config: 'strict',
    help: "also fail on public and decided rules, not only on those of the vendor's page",
  },
  showValues: {
    flag: '--show-values',
    type: toggle,
    help: 'do not mask names, email addresses and external ids',
  },
} as const satisfies Readonly<Partial<Record<keyof VerifyOptions, FlagSetting | ConfigSetting>>>;
