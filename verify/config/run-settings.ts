import { ExplainedError } from '../../contract/explained-error.ts';
import { remoteLimits } from '../run/remote-limits.ts';
import type { VerifyOptions } from '../run/verify-options.ts';
import type { ConfigSetting, FlagSetting } from './setting.ts';
import { textFormats } from './text-formats.ts';
import { integer, number, toggle, type ValueType, words } from './value-types.ts';

/** Headers by name: each flag adds one to those of the configuration. */
const headers: ValueType<Readonly<Record<string, string>>> = {
  read(line, before = {}) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new ExplainedError("it has to be 'Name: value'.");
    const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    const fault = textFormats['header-name'](name) ?? textFormats['header-value'](value);
    if (fault !== null) throw new ExplainedError(fault);
    return { ...before, [name]: value };
  },
  merge: (flag, config) => ({ ...config, ...flag }),
  schema: {
    description: 'Headers to send with each request, by name.',
    type: 'object',
    propertyNames: { format: 'header-name' },
    additionalProperties: { type: 'string', format: 'header-value' },
  },
};

/** How to verify, each setting under the name that it has in `VerifyOptions`. */
export const runSettings = {
  operations: {
    flag: '--operations <ids...>',
    type: words,
    config: 'operations',
    help: 'ids of the operations to verify',
    otherwise: "the operation of each vendor's reference page",
  },
  intrusive: {
    flag: '--intrusive',
    type: toggle,
    config: 'intrusive',
    help: 'send all checks to a target that is not on loopback too',
  },
  checks: {
    flag: '--checks <ids...>',
    type: words,
    config: 'checks',
    help: 'run only these checks: ids or groups, * for any characters',
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
    help: "header to send with each request, as 'Name: value'",
  },
  rateLimit: {
    flag: '--rate-limit <number>',
    type: number(0.01, 100_000),
    config: 'rateLimit',
    help: 'how many requests are sent per second at most',
    otherwise: `${remoteLimits.requestsASecond} if the target is not on loopback`,
  },
  maxRequests: {
    flag: '--max-requests <number>',
    type: integer(1, 1_000_000_000),
    config: 'maxRequests',
    help: 'how many requests are sent at most',
    otherwise: `${remoteLimits.requestsAnApi} per API if the target is not on loopback`,
  },
  retries: {
    flag: '--retries <number>',
    type: integer(0, 10),
    config: 'retries',
    help: 'how often a request is repeated after a 429 or 503',
    otherwise: '2',
  },
  seed: {
    flag: '--seed <number>',
    type: integer(0, 2_147_483_647),
    config: 'seed',
    help: 'number that makes the generated input repeatable',
    otherwise: '1',
  },
  strict: {
    flag: '--strict',
    type: toggle,
    config: 'strict',
    help: "fail on rules that are public or decided too, not only on those of the vendor's page",
  },
  showValues: {
    flag: '--show-values',
    type: toggle,
    help: 'do not mask names, mail addresses and external ids',
  },
} as const satisfies Readonly<Partial<Record<keyof VerifyOptions, FlagSetting | ConfigSetting>>>;
