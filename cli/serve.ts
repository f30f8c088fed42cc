import { flushCompileCache } from 'node:module';
import { parse } from 'node:url';
import { Command } from 'commander';
import { defaultLimits, limitNames } from '../server/model/limits.ts';
import type { FlagValues, SettingTable, Variable } from '../verify/config/setting.ts';
import { unlessBlank } from '../verify/config/unless-blank.ts';
import { listOf, oneOf, text, toggle } from '../verify/config/value-types.ts';
import { addSettings } from './kit/add-settings.ts';
import { addressSettings } from './kit/address-settings.ts';
import { refuseUnusableAddress } from './kit/refuse-unusable-address.ts';
import { stopSignal } from './kit/stop-signal.ts';
import { limitsType } from './limits-type.ts';

const { port, host } = addressSettings(4010);

/** All settings of `serve`. */
export const serveSettings = {
  port,
  host: { ...host, help: 'address to listen on; one that is not loopback requires SANDBOX_TOKEN' },
  data: {
    flag: '--data <location>',
    variable: 'DATA',
    default: ':memory:',
    type: text(),
    help: ':memory:, the path of a SQLite file, or a postgres:// URL',
  },
  durability: {
    flag: '--durability <kind>',
    variable: 'DURABILITY',
    default: 'normal',
    type: oneOf('normal', 'full'),
    help: 'what changes to a SQLite file survive: normal, the end of the process; full, power loss too',
  },
  limits: {
    flag: '--limit <name=number...>',
    variable: 'LIMITS',
    type: limitsType,
    defaultText: limitNames.map((name) => `${name}=${defaultLimits[name]}`).join(','),
    help: 'how many workspaces, users in each, connections of each user, and bytes are stored at most',
  },
  allowedHosts: {
    flag: '--allowed-host <name...>',
    type: listOf((name) => [text().read(name)]),
    help: 'extra Host name to accept for the sandbox API',
  },
  trustProxy: {
    flag: '--trust-proxy',
    variable: 'TRUST_PROXY',
    type: toggle,
    help: 'trust X-Forwarded-Proto and X-Forwarded-Host of a proxy',
  },
  logLevel: {
    flag: '--log-level <level>',
    variable: 'LOG_LEVEL',
    default: 'info',
    type: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    help: 'lowest severity to log',
  },
} as const satisfies SettingTable;

export const serveVariables: readonly Variable[] = [
  {
    variable: 'SANDBOX_TOKEN',
    help: 'bearer token of the sandbox API; required if the address is not loopback',
  },
];

/** `serve`: runs the server until it is stopped. The exit code is 0 when the current requests are completed. */
export function serveCommand(finished: { code: number; needsNoOutput?: boolean }): Command {
  return addSettings(
    new Command('serve').description('run the server'),
    serveSettings,
    serveVariables,
  ).action(async (options: FlagValues<typeof serveSettings>, command: Command) => {
    await refuseUnusableAddress(command, options);
    // The server is half of all code to load, and no other command needs it.
    const { startServer } = await import('../server/start-server.ts');
    const { startBanner } = await import('./start-banner.ts');
    silenceUrlParseWarning();
    const sandboxToken = unlessBlank(process.env.SANDBOX_TOKEN);
    const server = await startServer({ ...options, ...(sandboxToken === undefined ? {} : { sandboxToken }) });
    // Handle the signal before printing: a caller can send it as soon as the banner appears.
    const stopped = stopSignal();
    finished.needsNoOutput = true;
    process.stdout.write(startBanner(server, options.data));
    // Node writes the cache when the process exits, but not if it is killed.
    flushCompileCache();
    await stopped;
    await server.close();
    finished.code = 0;
    // A banner that waits for a reader would keep the process from exiting.
    if (process.stdout.writableLength > 0) process.exit(0);
  });
}

/**
 * Suppresses Node's warning about `url.parse`, which users of this command cannot fix. Until the warning is shown once,
 * each call searches the stack for its caller, and the validator calls it for every request.
 */
function silenceUrlParseWarning(): void {
  const { noDeprecation = false } = process;
  process.noDeprecation = true;
  parse('/');
  process.noDeprecation = noDeprecation;
}
